package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.only_items(resource, "kubelet", "tls-cipher-suites", data.kspm.parameters.suites)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "tls-cipher-suites", "only suites of the allowed list"),
]
