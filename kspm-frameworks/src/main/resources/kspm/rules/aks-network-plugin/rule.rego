package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.network_profile.network_plugin in data.kspm.parameters.plugins
} else := "skip" if {
	resource.network_profile.network_plugin == "none"
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["network_profile", "network_plugin"], data.kspm.parameters.plugins),
]
