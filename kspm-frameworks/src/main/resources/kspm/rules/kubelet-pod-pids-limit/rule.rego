package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.at_least(resource, "kubelet", "pod-max-pids", 1)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "pod-max-pids", "more than 0"),
]
