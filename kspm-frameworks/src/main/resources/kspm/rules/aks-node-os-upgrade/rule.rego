package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.auto_upgrade_profile.node_os_upgrade_channel in data.kspm.parameters.channels
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["auto_upgrade_profile", "node_os_upgrade_channel"], data.kspm.parameters.channels),
]
