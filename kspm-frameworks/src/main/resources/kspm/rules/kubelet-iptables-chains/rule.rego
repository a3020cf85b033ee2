package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.unset(resource, "kubelet", "make-iptables-util-chains")
} else := "pass" if {
	node.value(resource, "kubelet", "make-iptables-util-chains") == true
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "make-iptables-util-chains", true),
]
