package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.value(resource, "kubeApiserver", "profiling") == false
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "profiling", false),
]
