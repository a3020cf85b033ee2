package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeControllerManager")
} else := "pass" if {
	setting := resource.effective.kubeControllerManager["terminated-pod-gc-threshold"]
	setting.source != "default"
	setting.value > 0
	setting.value <= data.kspm.parameters.max_pods
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeControllerManager", "terminated-pod-gc-threshold", sprintf("set, from 1 to %v", [data.kspm.parameters.max_pods])),
]
