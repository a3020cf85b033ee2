package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "pki_certificates")
} else := "pass" if {
	node.modes_within(resource, "pki_certificates", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "pki_certificates", data.kspm.parameters.max_mode)
