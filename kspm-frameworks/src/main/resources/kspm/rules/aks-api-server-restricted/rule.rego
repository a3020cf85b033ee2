package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.api_server_access_profile.enable_private_cluster == true
} else := "pass" if {
	cloud.closed_ranges(resource.api_server_access_profile.authorized_ip_ranges, data.kspm.parameters.widest_prefix)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["api_server_access_profile", "enable_private_cluster"], "true, or authorized ranges"),
	evidence.at(resource, ["api_server_access_profile", "authorized_ip_ranges"], sprintf("no range wider than /%v", [data.kspm.parameters.widest_prefix])),
]
