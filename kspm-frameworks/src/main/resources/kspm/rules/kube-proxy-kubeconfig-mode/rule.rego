package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "kube_proxy_kubeconfig")
} else := "pass" if {
	node.modes_within(resource, "kube_proxy_kubeconfig", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "kube_proxy_kubeconfig", data.kspm.parameters.max_mode)
