package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.unset(resource, "kubeApiserver", "token-auth-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "token-auth-file", null),
]
