package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.given(resource, "kubelet", "tls-cert-file")
	node.given(resource, "kubelet", "tls-private-key-file")
} else := "pass" if {
	node.value(resource, "kubelet", "rotate-server-certificates") == true
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "tls-cert-file", "a certificate"),
	node.setting(resource, "kubelet", "tls-private-key-file", "a key"),
	node.setting(resource, "kubelet", "rotate-server-certificates", "true, instead of the two files"),
]
