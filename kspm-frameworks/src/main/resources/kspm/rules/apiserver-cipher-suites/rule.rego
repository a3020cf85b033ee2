package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.only_items(resource, "kubeApiserver", "tls-cipher-suites", data.kspm.parameters.suites)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "tls-cipher-suites", "only suites of the allowed list"),
]
