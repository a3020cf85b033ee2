package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.node_resource_group_profile.restriction_level == "ReadOnly"
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["node_resource_group_profile", "restriction_level"], "ReadOnly"),
]
