package datadog

import data.kspm.lib.evidence
import data.kspm.lib.iam

eval(resource) := "fail" if {
	some statement in iam.allowing(policy(resource))
	iam.anyone(statement)
	not iam.conditional(statement)
} else := "fail" if {
	some statement in iam.allowing(policy(resource))
	some action in iam.as_list(statement.Action)
	lower(action) in data.kspm.parameters.wide_actions
} else := "fail" if {
	value := policy(resource)
	not iam.document(value)
} else := "pass"

evidence(resource) := [
	evidence.at(resource, ["policy"], "no statement for everyone, and none with all actions"),
]

# Parsed, or the text of the answer.
policy(resource) := resource.policy if {
	resource.policy != null
} else := resource.policy_text if {
	resource.policy_text != null
}
