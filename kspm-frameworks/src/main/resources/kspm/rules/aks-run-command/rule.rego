package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.api_server_access_profile.disable_run_command == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["api_server_access_profile", "disable_run_command"], true),
]
