package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.value(resource, "kubeApiserver", "anonymous-auth") == false
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "anonymous-auth", false),
]
