package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "azure_json")
} else := "pass" if {
	node.owned_by(resource, "azure_json", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "azure_json", data.kspm.parameters.users, data.kspm.parameters.groups)
