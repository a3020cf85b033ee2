package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "etcd_data_dir")
} else := "pass" if {
	node.modes_within(resource, "etcd_data_dir", data.kspm.parameters.max_mode)
} else := "fail"

evidence(resource) := node.mode_evidence(resource, "etcd_data_dir", data.kspm.parameters.max_mode)
