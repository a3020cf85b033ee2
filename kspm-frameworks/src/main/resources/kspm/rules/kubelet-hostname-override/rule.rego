package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.unset(resource, "kubelet", "hostname-override")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "hostname-override", null),
]
