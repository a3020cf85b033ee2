package datadog

import data.kspm.lib.system

eval(resource) := "pass" if {
	enforces(resource)
} else := "fail" if {
	system.matches(resource.metadata.name, data.kspm.parameters.plain_plugins)
	not enforced_by_another
} else := "skip"

evidence(resource) := {{
	"path": ["metadata", "name"],
	"value": resource.metadata.name,
	"expected": "a network plugin that enforces network policies",
}}

enforces(resource) if system.matches(resource.metadata.name, data.kspm.parameters.policy_plugins)

# The plugin of AWS has an agent that does it when it is told to.
enforces(resource) if {
	resource.metadata.name == "aws-node"
	some container in resource.spec.template.spec.containers
	"--enable-network-policy=true" in container.args
}

enforced_by_another if {
	some resource in input.resources.kubernetes_daemon_set
	enforces(resource)
}
