package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "etcd")
} else := "pass" if {
	node.given(resource, "etcd", "peer-cert-file")
	node.given(resource, "etcd", "peer-key-file")
} else := "skip" if {
	single_member(resource)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "etcd", "peer-cert-file", "a value"),
	node.setting(resource, "etcd", "peer-key-file", "a value"),
]

# A member without peers has nobody to talk to over the peer port.
single_member(resource) if {
	members := node.value(resource, "etcd", "initial-cluster")
	count(split(members, ",")) == 1
}
