package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	some addon in cloud.children("aws_eks_addon", resource)
	addon.addon_name == "vpc-cni"
	addon.status == "ACTIVE"
	configuration(addon).enableNetworkPolicy in {true, "true"}
} else := "pass" if {
	some set in input.resources.kubernetes_daemon_set
	enforces(set)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["name"], "vpc-cni with enableNetworkPolicy, or another engine"),
]

# Text in JSON or YAML; connectors may have parsed it already.
configuration(addon) := addon.configuration if is_object(addon.configuration)

configuration(addon) := parsed if {
	not is_object(object.get(addon, "configuration", null))
	parsed := yaml.unmarshal(addon.configuration_values)
}

enforces(set) if set.metadata.name in data.kspm.parameters.engines

enforces(set) if {
	set.metadata.name == "aws-node"
	some container in set.spec.template.spec.containers
	some arg in container.args
	arg in {"--enable-network-policy", "--enable-network-policy=true"}
}
