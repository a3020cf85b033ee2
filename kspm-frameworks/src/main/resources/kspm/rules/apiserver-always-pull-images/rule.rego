package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.has_item(resource, "kubeApiserver", "enable-admission-plugins", "AlwaysPullImages")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "enable-admission-plugins", "AlwaysPullImages in the list"),
]
