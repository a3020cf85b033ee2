package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.unset(resource, "kubeApiserver", "service-account-lookup")
} else := "pass" if {
	node.value(resource, "kubeApiserver", "service-account-lookup") == true
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "service-account-lookup", true),
]
