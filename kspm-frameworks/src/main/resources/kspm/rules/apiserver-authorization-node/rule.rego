package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.has_item(resource, "kubeApiserver", "authorization-mode", "Node")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "authorization-mode", "Node in the list"),
]
