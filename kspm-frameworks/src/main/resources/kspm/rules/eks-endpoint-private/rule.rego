package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	resource.resources_vpc_config.endpoint_private_access == true
	resource.resources_vpc_config.endpoint_public_access == false
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["resources_vpc_config", "endpoint_private_access"], true),
	evidence.at(resource, ["resources_vpc_config", "endpoint_public_access"], false),
]
