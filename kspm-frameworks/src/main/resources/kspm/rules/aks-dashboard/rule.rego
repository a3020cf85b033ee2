package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	not on(resource)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["addon_profiles", "kube_dashboard", "enabled"], false),
]

on(resource) if {
	flag := resource.addon_profiles.kube_dashboard.enabled
	not flag in {false, null}
}
