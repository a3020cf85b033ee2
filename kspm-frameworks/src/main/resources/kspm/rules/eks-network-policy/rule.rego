package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	some addon in plugins(resource)
	addon.status == "ACTIVE"
	configuration(addon).enableNetworkPolicy in {true, "true"}
} else := "fail" if {
	some addon in plugins(resource)
	configuration(addon).enableNetworkPolicy in {false, "false"}
} else := "pass" if {
	some set in input.resources.kubernetes_daemon_set
	enforces(set)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["name"], "vpc-cni with enableNetworkPolicy, or another engine"),
]

# Switched off in so many words it is off; only where the add-on says nothing another engine is looked for.
plugins(resource) := [addon |
	some addon in cloud.children("aws_eks_addon", resource)
	addon.addon_name == "vpc-cni"
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
