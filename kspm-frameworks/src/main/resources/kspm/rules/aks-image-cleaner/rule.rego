package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.security_profile.image_cleaner.enabled == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["security_profile", "image_cleaner", "enabled"], true),
]
