package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeControllerManager")
} else := "pass" if {
	node.value(resource, "kubeControllerManager", "use-service-account-credentials") == true
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeControllerManager", "use-service-account-credentials", true),
]
