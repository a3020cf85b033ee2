package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "etcd")
} else := "pass" if {
	node.given(resource, "etcd", "cert-file")
	node.given(resource, "etcd", "key-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "etcd", "cert-file", "a value"),
	node.setting(resource, "etcd", "key-file", "a value"),
]
