package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "etcd_data_dir")
} else := "pass" if {
	node.owned_by(resource, "etcd_data_dir", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "etcd_data_dir", data.kspm.parameters.users, data.kspm.parameters.groups)
