package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.security_profile.defender.security_monitoring.enabled == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["security_profile", "defender", "security_monitoring", "enabled"], true),
]
