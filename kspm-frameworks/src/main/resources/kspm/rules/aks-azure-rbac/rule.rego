package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.aad_profile.enable_azure_rbac == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["aad_profile", "enable_azure_rbac"], true),
]
