package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "etcd")
} else := "fail" if {
	not node.given(resource, "etcd", "trusted-ca-file")
} else := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "fail" if {
	same_authority(resource.effective.etcd["trusted-ca-file"], resource.effective.kubeApiserver["client-ca-file"])
} else := "pass"

evidence(resource) := [
	node.setting(resource, "etcd", "trusted-ca-file", "a CA that is not the client CA of the API server"),
	node.setting(resource, "kubeApiserver", "client-ca-file", null),
]

same_authority(a, b) if a.value == b.value

# Copies of one CA under two names.
same_authority(a, b) if a.fingerprint == b.fingerprint
