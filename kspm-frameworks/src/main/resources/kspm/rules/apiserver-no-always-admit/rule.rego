package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.lacks_item(resource, "kubeApiserver", "enable-admission-plugins", "AlwaysAdmit")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "enable-admission-plugins", "AlwaysAdmit not in the list"),
]
