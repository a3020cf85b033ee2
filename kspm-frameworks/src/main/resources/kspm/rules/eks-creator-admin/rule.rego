package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	resource.access_config.bootstrap_cluster_creator_admin_permissions == false
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["access_config", "bootstrap_cluster_creator_admin_permissions"], false),
]
