package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "etcd")
} else := "pass" if {
	node.unset(resource, "etcd", "auto-tls")
} else := "pass" if {
	node.value(resource, "etcd", "auto-tls") == false
} else := "fail"

evidence(resource) := [
	node.setting(resource, "etcd", "auto-tls", false),
]
