package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "cni_config")
} else := "pass" if {
	node.owned_by(resource, "cni_config", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "cni_config", data.kspm.parameters.users, data.kspm.parameters.groups)
