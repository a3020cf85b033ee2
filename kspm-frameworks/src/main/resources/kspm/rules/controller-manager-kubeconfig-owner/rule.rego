package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "controller_manager_kubeconfig")
} else := "pass" if {
	node.owned_by(resource, "controller_manager_kubeconfig", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "controller_manager_kubeconfig", data.kspm.parameters.users, data.kspm.parameters.groups)
