package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeScheduler")
} else := "pass" if {
	node.value(resource, "kubeScheduler", "bind-address") in data.kspm.parameters.addresses
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeScheduler", "bind-address", data.kspm.parameters.addresses),
]
