package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "fail" if {
	some pool in pools(resource)
	not private(pool)
} else := "skip" if {
	count(pools(resource)) == 0
} else := "pass"

evidence(resource) := {evidence.at(resource, ["agent_pool_profiles", i, "enable_node_public_ip"], false) |
	some i, _ in resource.agent_pool_profiles
} | {evidence.at(resource, ["id"], sprintf("no pool with public addresses; found %v", [exposed])) |
	exposed := [object.get(pool, "name", "?") | some pool in pools(resource); not private(pool)]
}

pools(resource) := array.concat(profiles(resource), cloud.children("azure_aks_agent_pool", resource))

profiles(resource) := resource.agent_pool_profiles if {
	is_array(resource.agent_pool_profiles)
} else := [{"enable_node_public_ip": "not a list"}] if {
	[_] = [resource.agent_pool_profiles]
} else := []

# Off unless it is set.
private(pool) if object.get(pool, "enable_node_public_ip", false) in {false, null}
