package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	modes := node.value(resource, "kubeApiserver", "authorization-mode")
	is_array(modes)
	count(modes) > 0
	not "AlwaysAllow" in modes
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "authorization-mode", "a list without AlwaysAllow"),
]
