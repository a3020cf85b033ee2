package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.aad_profile.managed == true
	resource.disable_local_accounts == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["aad_profile", "managed"], true),
	evidence.at(resource, ["disable_local_accounts"], true),
]
