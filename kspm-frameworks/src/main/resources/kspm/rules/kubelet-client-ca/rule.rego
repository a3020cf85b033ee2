package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.given(resource, "kubelet", "client-ca-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "client-ca-file", "a value"),
]
