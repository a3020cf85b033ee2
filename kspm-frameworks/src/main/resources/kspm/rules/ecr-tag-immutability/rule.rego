package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.image_tag_mutability in {"IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"}
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["image_tag_mutability"], "IMMUTABLE"),
]
