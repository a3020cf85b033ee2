package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.value(resource, "kubelet", "anonymous-auth") == false
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "anonymous-auth", false),
]
