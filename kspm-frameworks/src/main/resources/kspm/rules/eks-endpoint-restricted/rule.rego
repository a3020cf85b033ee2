package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	resource.resources_vpc_config.endpoint_private_access == true
	limited(resource.resources_vpc_config)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["resources_vpc_config", "endpoint_private_access"], true),
	evidence.at(resource, ["resources_vpc_config", "endpoint_public_access"], "false, or address ranges"),
	evidence.at(resource, ["resources_vpc_config", "public_access_cidrs"], sprintf("no range wider than /%v", [data.kspm.parameters.widest_prefix])),
]

limited(config) if config.endpoint_public_access == false

limited(config) if cloud.closed_ranges(config.public_access_cidrs, data.kspm.parameters.widest_prefix)
