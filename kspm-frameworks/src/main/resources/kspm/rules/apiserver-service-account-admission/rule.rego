package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.lacks_item(resource, "kubeApiserver", "disable-admission-plugins", "ServiceAccount")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "disable-admission-plugins", "ServiceAccount not in the list"),
]
