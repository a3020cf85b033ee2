package datadog

import data.kspm.lib.evidence

eval(resource) := "skip" if {
	not resource.name in {"Containers", "ContainerRegistry"}
} else := "pass" if {
	resource.pricing_tier == "Standard"
	some extension in resource.extensions
	extension.name == "ContainerRegistriesVulnerabilityAssessments"
	on(extension.is_enabled)
} else := "fail" if {
	resource.name == "Containers"
} else := "pass" if {
	resource.pricing_tier == "Standard"
	not resource.deprecated == true
} else := "skip"

evidence(resource) := [
	evidence.at(resource, ["pricing_tier"], "Standard"),
	evidence.at(resource, ["extensions"], "ContainerRegistriesVulnerabilityAssessments enabled"),
]

# Azure writes a text here.
on(flag) if flag == true

on(flag) if lower(flag) == "true"
