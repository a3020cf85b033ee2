package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "apiserver_manifest")
} else := "pass" if {
	node.modes_within(resource, "apiserver_manifest", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "apiserver_manifest", data.kspm.parameters.max_mode)
