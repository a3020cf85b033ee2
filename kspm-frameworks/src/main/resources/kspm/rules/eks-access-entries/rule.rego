package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	resource.access_config.authentication_mode in data.kspm.parameters.modes
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["access_config", "authentication_mode"], data.kspm.parameters.modes),
]
