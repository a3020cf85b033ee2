package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeScheduler")
} else := "pass" if {
	node.value(resource, "kubeScheduler", "profiling") == false
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeScheduler", "profiling", false),
]
