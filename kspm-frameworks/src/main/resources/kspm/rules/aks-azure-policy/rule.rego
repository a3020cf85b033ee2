package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	true in flags(resource)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["addon_profiles", "azurepolicy", "enabled"], true),
]

# Names of add-ons are written in several ways.
flags(resource) := [profile.enabled |
	some name, profile in resource.addon_profiles
	lower(name) == "azurepolicy"
]
