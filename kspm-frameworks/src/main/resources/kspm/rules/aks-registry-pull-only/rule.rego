package datadog

import data.kspm.lib.evidence

eval(resource) := "fail" if {
	count(wider(resource)) > 0
} else := "skip" if {
	count(principals(resource)) == 0
} else := "pass"

evidence(resource) := [
	evidence.at(resource, ["identity_profile", "kubeletidentity", "object_id"], sprintf("AcrPull alone; wider: %v", [wider(resource)])),
	evidence.at(resource, ["service_principal_profile", "client_id"], "AcrPull alone"),
]

# The identity of the kubelets, or the service principal of older clusters ("msi" is none).
principals(resource) := {id |
	some id in ids(resource)
	is_string(id)
	id != "msi"
}

ids(resource) := {id | id := resource.identity_profile.kubeletidentity.object_id} | {id |
	id := resource.service_principal_profile.client_id
}

wider(resource) := {assignment.role_definition_id |
	some assignment in input.resources.azure_role_assignment
	assignment.principal_id in principals(resource)
	too_wide(assignment)
}

# On a registry nothing but pulling; above it nothing that reaches down to registries with the right to write.
too_wide(assignment) if {
	contains(lower(assignment.scope), "/microsoft.containerregistry/registries/")
	not role_in(assignment, data.kspm.parameters.pull_roles)
}

too_wide(assignment) if {
	not contains(lower(assignment.scope), "/providers/")
	role_in(assignment, data.kspm.parameters.write_roles)
}

role_in(assignment, roles) if {
	some role in roles
	endswith(lower(assignment.role_definition_id), role)
}
