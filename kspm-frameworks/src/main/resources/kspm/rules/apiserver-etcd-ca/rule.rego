package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "etcd-cafile")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "etcd-cafile", "a value"),
]
