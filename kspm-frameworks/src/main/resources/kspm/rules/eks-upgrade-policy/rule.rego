package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	resource.upgrade_policy.support_type == "STANDARD"
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["upgrade_policy", "support_type"], "STANDARD"),
]
