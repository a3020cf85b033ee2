# Policies of AWS IAM and of resources: which statements allow what. Names of actions have no case.
package kspm.lib.iam

# A policy is an object or the JSON text of one.
document(policy) := policy if is_object(policy)

document(policy) := parsed if {
	is_string(policy)
	parsed := json.unmarshal(policy)
	is_object(parsed)
}

as_list(value) := value if is_array(value)

as_list(value) := [value] if not is_array(value)

allowing(policy) := [statement |
	some statement in as_list(document(policy).Statement)
	statement.Effect == "Allow"
]

# Actions of the service that the policy allows beyond those of the list (globs such as "ecr:Describe*").
actions_beyond(policy, service, allowed) := {action |
	some statement in allowing(policy)
	some action in as_list(statement.Action)
	touches(action, service)
	not matches_any(action, allowed)
} | {"NotAction" |
	some statement in allowing(policy)
	excepted := as_list(statement.NotAction)
	not excluded(excepted, service)
}

touches(action, service) if startswith(lower(action), sprintf("%s:", [service]))

touches(action, _) if startswith(action, "*")

# "*" in an action of the policy is matched as a letter: ecr:Get* is within ecr:Get*, ecr:* is not.
matches_any(action, allowed) if {
	some pattern in allowed
	glob.match(lower(pattern), null, lower(action))
}

excluded(excepted, service) if {
	some action in excepted
	lower(action) in {sprintf("%s:*", [service]), "*"}
}

anyone(statement) if statement.Principal == "*"

anyone(statement) if "*" in as_list(statement.Principal.AWS)

conditional(statement) if count(statement.Condition) > 0
