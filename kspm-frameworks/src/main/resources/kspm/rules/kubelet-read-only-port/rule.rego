package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.unset(resource, "kubelet", "read-only-port")
} else := "pass" if {
	node.value(resource, "kubelet", "read-only-port") == 0
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "read-only-port", 0),
]
