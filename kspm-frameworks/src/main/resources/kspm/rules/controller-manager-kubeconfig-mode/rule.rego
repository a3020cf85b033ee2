package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "controller_manager_kubeconfig")
} else := "pass" if {
	node.modes_within(resource, "controller_manager_kubeconfig", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "controller_manager_kubeconfig", data.kspm.parameters.max_mode)
