package datadog

import data.kspm.lib.evidence

eval(resource) := "skip" if {
	not has_pools(resource)
} else := "pass" if {
	every pool in resource.agent_pool_profiles {
		pool.enable_encryption_at_host == true
	}
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["agent_pool_profiles"], "enable_encryption_at_host in each pool"),
]

has_pools(resource) if count(resource.agent_pool_profiles) > 0
