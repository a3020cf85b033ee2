package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.at_least(resource, "kubeApiserver", "audit-log-maxsize", data.kspm.parameters.min_megabytes)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "audit-log-maxsize", sprintf("at least %v", [data.kspm.parameters.min_megabytes])),
]
