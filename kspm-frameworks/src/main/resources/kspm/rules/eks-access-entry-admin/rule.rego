package datadog

import data.kspm.lib.evidence

eval(resource) := "skip" if {
	resource.principal_arn in data.kspm.parameters.allowed_principals
} else := "fail" if {
	some policy in resource.associated_access_policies
	policy.policy_arn in data.kspm.parameters.admin_policies
	not in_namespaces(policy)
} else := "pass"

evidence(resource) := [
	evidence.at(resource, ["associated_access_policies"], "no administrator policy with the scope of the cluster"),
]

in_namespaces(policy) if policy.access_scope.type == "namespace"
