package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	timeout := node.value(resource, "kubeApiserver", "request-timeout")
	timeout > 0
	timeout <= data.kspm.parameters.max_seconds * 1000000000
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "request-timeout", sprintf("at most %v s in nanoseconds", [data.kspm.parameters.max_seconds])),
]
