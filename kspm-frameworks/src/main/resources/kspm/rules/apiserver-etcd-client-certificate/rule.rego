package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "etcd-certfile")
	node.given(resource, "kubeApiserver", "etcd-keyfile")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "etcd-certfile", "a value"),
	node.setting(resource, "kubeApiserver", "etcd-keyfile", "a value"),
]
