package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "kubelet-client-certificate")
	node.given(resource, "kubeApiserver", "kubelet-client-key")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "kubelet-client-certificate", "a value"),
	node.setting(resource, "kubeApiserver", "kubelet-client-key", "a value"),
]
