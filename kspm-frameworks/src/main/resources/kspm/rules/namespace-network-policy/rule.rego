package datadog

import data.kspm.lib.admission
import data.kspm.lib.selectors
import data.kspm.lib.system

eval(resource) := "skip" if {
	system.namespace(resource.metadata.name)
} else := "pass" if {
	guarded(resource)
} else := "fail" if {
	resource.metadata.name
} else := "skip"

evidence(resource) := {{
	"path": ["metadata", "name"],
	"value": resource.metadata.name,
	"expected": "a network policy in this namespace or for it",
}}

guarded(resource) if resource.metadata.name in namespaces_with_policy

guarded(_) if policy_everywhere

guarded(resource) if {
	not policy_everywhere
	some selector in namespace_selectors
	selectors.matches(selector, admission.labels(resource))
}

namespaces_with_policy := {policy.metadata.namespace |
	some type in ["kubernetes_network_policy", "kubernetes_cilium_network_policy"]
	some policy in input.resources[type]
}

# Policies without a namespace say themselves which namespaces they are for.
namespace_selectors := ({selector |
	some type in ["kubernetes_admin_network_policy", "kubernetes_baseline_admin_network_policy"]
	some policy in input.resources[type]
	some path in [["namespaces"], ["pods", "namespaceSelector"]]
	selector := object.get(policy, array.concat(["spec", "subject"], path), null)
	selector != null
} | {{} |
	some policy in input.resources.kubernetes_cilium_clusterwide_network_policy
	selectors.empty(policy.spec.endpointSelector)
}) | {{} |
	some policy in input.resources.kubernetes_global_network_policy
	object.get(policy, ["spec", "selector"], "") in {"", "all()"}
	object.get(policy, ["spec", "namespaceSelector"], "") in {"", "all()"}
}

default policy_everywhere := false

policy_everywhere if {
	some selector in namespace_selectors
	selectors.empty(selector)
}
