package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "pki_keys")
} else := "pass" if {
	node.modes_within(resource, "pki_keys", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "pki_keys", data.kspm.parameters.max_mode)
