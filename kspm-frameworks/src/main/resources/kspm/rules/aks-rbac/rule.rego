package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.enable_rbac == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["enable_rbac"], true),
]
