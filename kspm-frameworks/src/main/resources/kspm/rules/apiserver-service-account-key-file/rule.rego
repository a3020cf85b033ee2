package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "service-account-key-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "service-account-key-file", "a value"),
]
