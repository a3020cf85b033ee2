package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "etcd")
} else := "pass" if {
	node.value(resource, "etcd", "peer-client-cert-auth") == true
} else := "skip" if {
	single_member(resource)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "etcd", "peer-client-cert-auth", true),
]

# A member without peers has nobody to talk to over the peer port.
single_member(resource) if {
	members := node.value(resource, "etcd", "initial-cluster")
	count(split(members, ",")) == 1
}
