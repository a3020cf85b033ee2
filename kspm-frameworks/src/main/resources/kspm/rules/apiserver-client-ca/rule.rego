package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "client-ca-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "client-ca-file", "a value"),
]
