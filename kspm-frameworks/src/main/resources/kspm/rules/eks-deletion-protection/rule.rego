package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	resource.deletion_protection == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["deletion_protection"], true),
]
