package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.public_network_access == "Disabled"
} else := "pass" if {
	resource.network_rule_set.default_action == "Deny"
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["public_network_access"], "Disabled"),
	evidence.at(resource, ["network_rule_set", "default_action"], "Deny"),
]
