package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "etcd")
} else := "pass" if {
	node.value(resource, "etcd", "client-cert-auth") == true
} else := "fail"

evidence(resource) := [
	node.setting(resource, "etcd", "client-cert-auth", true),
]
