package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "kubelet_client_ca")
} else := "pass" if {
	node.owned_by(resource, "kubelet_client_ca", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "kubelet_client_ca", data.kspm.parameters.users, data.kspm.parameters.groups)
