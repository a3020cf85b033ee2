package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.at_least(resource, "kubeApiserver", "audit-log-maxbackup", data.kspm.parameters.min_files)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "audit-log-maxbackup", sprintf("at least %v", [data.kspm.parameters.min_files])),
]
