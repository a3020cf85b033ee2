package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.value(resource, "kubelet", "event-qps") == 0
} else := "pass" if {
	node.at_least(resource, "kubelet", "event-qps", data.kspm.parameters.min_rate)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "event-qps", sprintf("0 or at least %v", [data.kspm.parameters.min_rate])),
]
