package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	numbers := split(resource.version, ".")
	oldest := split(data.kspm.parameters.oldest_version, ".")
	numbers[0] == oldest[0]
	to_number(numbers[1]) >= to_number(oldest[1])
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["version"], sprintf("%s or newer", [data.kspm.parameters.oldest_version])),
]
