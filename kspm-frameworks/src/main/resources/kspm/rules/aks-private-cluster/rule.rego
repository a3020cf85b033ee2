package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.api_server_access_profile.enable_private_cluster == true
	not public_name(resource.api_server_access_profile)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["api_server_access_profile", "enable_private_cluster"], true),
	evidence.at(resource, ["api_server_access_profile", "enable_private_cluster_public_fqdn"], "not true"),
]

public_name(profile) if {
	flag := profile.enable_private_cluster_public_fqdn
	not flag in {false, null}
}
