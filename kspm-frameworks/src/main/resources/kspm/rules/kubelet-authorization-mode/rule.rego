package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.value(resource, "kubelet", "authorization-mode") == "Webhook"
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "authorization-mode", "Webhook"),
]
