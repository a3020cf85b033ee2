package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.addon_profiles.azurepolicy.enabled == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["addon_profiles", "azurepolicy", "enabled"], true),
]
