package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.oidc_issuer_profile.enabled == true
	resource.security_profile.workload_identity.enabled == true
	not pod_identity(resource)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["oidc_issuer_profile", "enabled"], true),
	evidence.at(resource, ["security_profile", "workload_identity", "enabled"], true),
	evidence.at(resource, ["pod_identity_profile", "enabled"], "not true"),
]

pod_identity(resource) if {
	flag := resource.pod_identity_profile.enabled
	not flag in {false, null}
}
