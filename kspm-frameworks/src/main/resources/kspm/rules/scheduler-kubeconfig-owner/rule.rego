package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "scheduler_kubeconfig")
} else := "pass" if {
	node.owned_by(resource, "scheduler_kubeconfig", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "scheduler_kubeconfig", data.kspm.parameters.users, data.kspm.parameters.groups)
