package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "scheduler_manifest")
} else := "pass" if {
	node.modes_within(resource, "scheduler_manifest", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "scheduler_manifest", data.kspm.parameters.max_mode)
