package datadog

import data.kspm.lib.evidence

eval(resource) := "fail" if {
	some flag in ["admin_user_enabled", "anonymous_pull_enabled"]
	on(resource, flag)
} else := "fail" if {
	count(writers(resource)) > 0
} else := "pass"

evidence(resource) := [
	evidence.at(resource, ["admin_user_enabled"], false),
	evidence.at(resource, ["anonymous_pull_enabled"], false),
	evidence.at(resource, ["id"], sprintf("writers on the list alone; others: %v", [writers(resource)])),
]

# Both are off unless they are set.
on(resource, flag) if {
	value := resource[flag]
	not value in {false, null}
}

writers(resource) := {assignment.principal_id |
	some assignment in input.resources.azure_role_assignment
	startswith(lower(resource.id), lower(assignment.scope))
	some role in data.kspm.parameters.write_roles
	endswith(lower(assignment.role_definition_id), role)
	not assignment.principal_id in data.kspm.parameters.allowed_principals
}
