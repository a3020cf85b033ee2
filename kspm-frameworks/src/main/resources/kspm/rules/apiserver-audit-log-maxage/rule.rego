package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.at_least(resource, "kubeApiserver", "audit-log-maxage", data.kspm.parameters.min_days)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "audit-log-maxage", sprintf("at least %v", [data.kspm.parameters.min_days])),
]
