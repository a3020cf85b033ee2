package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeControllerManager")
} else := "pass" if {
	node.given(resource, "kubeControllerManager", "root-ca-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeControllerManager", "root-ca-file", "a value"),
]
