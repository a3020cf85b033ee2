package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "pki")
} else := "pass" if {
	node.owned_by(resource, "pki", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "pki", data.kspm.parameters.users, data.kspm.parameters.groups)
