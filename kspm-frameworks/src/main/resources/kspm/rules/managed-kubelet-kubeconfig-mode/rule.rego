package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "kubelet_kubeconfig")
} else := "pass" if {
	node.modes_within(resource, "kubelet_kubeconfig", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "kubelet_kubeconfig", data.kspm.parameters.max_mode)
