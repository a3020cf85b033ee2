package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "audit-policy-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "audit-policy-file", "a value"),
]
