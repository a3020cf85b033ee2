package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeControllerManager")
} else := "pass" if {
	node.value(resource, "kubeControllerManager", "bind-address") in data.kspm.parameters.addresses
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeControllerManager", "bind-address", data.kspm.parameters.addresses),
]
