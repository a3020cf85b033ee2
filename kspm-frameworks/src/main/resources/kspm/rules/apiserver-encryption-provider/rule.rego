package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	groups := node.value(resource, "kubeApiserver", "encryption-providers")
	lists := [object.get(group, "providers", []) | some group in groups; for_secrets(group)]
	lists[0][0] in data.kspm.parameters.providers
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "encryption-providers", sprintf("first provider for secrets is one of %s", [concat(", ", data.kspm.parameters.providers)])),
]

# In every resource group that covers secrets the first provider writes; the first such group decides.
for_secrets(group) if {
	some resource in group.resources
	resource in {"secrets", "secrets.", "*.", "*.*"}
}
