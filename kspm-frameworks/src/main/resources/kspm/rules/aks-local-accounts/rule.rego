package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.disable_local_accounts == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["disable_local_accounts"], true),
]
