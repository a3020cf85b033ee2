package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	node.given(resource, "kubeApiserver", "tls-cert-file")
	node.given(resource, "kubeApiserver", "tls-private-key-file")
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "tls-cert-file", "a value"),
	node.setting(resource, "kubeApiserver", "tls-private-key-file", "a value"),
]
