package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	node.no_files(resource, "apiserver_manifest")
} else := "pass" if {
	node.owned_by(resource, "apiserver_manifest", data.kspm.parameters.users, data.kspm.parameters.groups)
} else := "fail"

evidence(resource) := node.owner_evidence(resource, "apiserver_manifest", data.kspm.parameters.users, data.kspm.parameters.groups)
