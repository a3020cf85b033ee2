package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "kubelet-certificate-authority")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "kubelet-certificate-authority", "a value"),
]
