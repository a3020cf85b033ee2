package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.network_profile.network_policy in data.kspm.parameters.engines
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["network_profile", "network_policy"], data.kspm.parameters.engines),
]
