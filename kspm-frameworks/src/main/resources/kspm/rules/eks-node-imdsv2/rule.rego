package datadog

import data.kspm.lib.evidence

eval(resource) := "skip" if {
	not of_cluster(resource)
} else := "pass" if {
	resource.metadata_options.http_endpoint == "disabled"
} else := "pass" if {
	resource.metadata_options.http_tokens == "required"
	resource.metadata_options.http_put_response_hop_limit <= data.kspm.parameters.max_hops
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["metadata_options", "http_tokens"], "required"),
	evidence.at(resource, ["metadata_options", "http_put_response_hop_limit"], sprintf("at most %v", [data.kspm.parameters.max_hops])),
]

of_cluster(resource) if {
	some tag in resource.tags
	some prefix in {"eks:cluster-name:", "kubernetes.io/cluster/"}
	startswith(tag, prefix)
}
