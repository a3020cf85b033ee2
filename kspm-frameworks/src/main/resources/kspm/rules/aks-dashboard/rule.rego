package datadog

import data.kspm.lib.evidence

eval(resource) := "fail" if {
	some flag in flags(resource)
	not flag in {false, null}
} else := "pass"

evidence(resource) := [
	evidence.at(resource, ["addon_profiles", "kubeDashboard", "enabled"], false),
]

# Names of add-ons are written in several ways.
flags(resource) := [profile.enabled |
	some name, profile in resource.addon_profiles
	lower(name) == "kubedashboard"
]
