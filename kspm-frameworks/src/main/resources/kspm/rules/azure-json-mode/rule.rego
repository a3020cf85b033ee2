package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "azure_json")
} else := "pass" if {
	node.modes_within(resource, "azure_json", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "azure_json", data.kspm.parameters.max_mode)
