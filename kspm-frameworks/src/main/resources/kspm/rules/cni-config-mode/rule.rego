package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "cni_config")
} else := "pass" if {
	node.modes_within(resource, "cni_config", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "cni_config", data.kspm.parameters.max_mode)
