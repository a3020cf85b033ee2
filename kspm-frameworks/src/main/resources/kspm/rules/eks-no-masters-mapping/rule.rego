package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "fail" if {
	some entry in cloud.children("aws_eks_access_entry", resource)
	"system:masters" in entry.kubernetes_groups
	not entry.principal_arn in data.kspm.parameters.allowed_principals
} else := "fail" if {
	uses_config_map(resource)
	some mapping in mappings
	"system:masters" in mapping.groups
	not excused(mapping)
} else := "pass"

evidence(resource) := [
	evidence.at(resource, ["access_config", "authentication_mode"], "no entry and no mapping to system:masters"),
]

# With the mode API the config map is not read by anyone.
uses_config_map(resource) if not only_api(resource)

only_api(resource) if resource.access_config.authentication_mode == "API"

mappings := [mapping |
	some map in input.resources.kubernetes_config_map
	map.metadata.namespace == "kube-system"
	map.metadata.name == "aws-auth"
	some key in ["mapUsers", "mapRoles"]
	some mapping in yaml.unmarshal(map.data[key])
]

excused(mapping) if mapping.rolearn in data.kspm.parameters.allowed_principals

excused(mapping) if mapping.userarn in data.kspm.parameters.allowed_principals
