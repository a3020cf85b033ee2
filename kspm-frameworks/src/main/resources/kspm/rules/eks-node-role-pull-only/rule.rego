package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence
import data.kspm.lib.iam

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "skip" if {
	count(roles(resource)) == 0
} else := "fail" if {
	some role in documents(resource)
	some policy in policies(role)
	count(iam.actions_beyond(policy, "ecr", data.kspm.parameters.allowed_actions)) > 0
} else := "fail" if {
	some role in documents(resource)
	some attached in role.attached_policies
	attached.policy_arn in data.kspm.parameters.writing_policies
} else := "pass" if {
	every arn in roles(resource) {
		known(arn)
	}
} else := "skip"

evidence(resource) := {entry |
	some role in documents(resource)
	offending := {policy.policy_name |
		some policy in all_policies(role)
		count(iam.actions_beyond(policy.document, "ecr", data.kspm.parameters.allowed_actions)) > 0
	}
	entry := evidence.at(resource, ["name"], sprintf("node role %s only pulls; wider: %v", [role.arn, offending]))
}

# The roles of the node groups, and of the nodes of Auto Mode.
roles(resource) := {group.node_role | some group in cloud.children("aws_eks_nodegroup", resource)} | {resource.compute_config.node_role_arn |
	resource.compute_config.enabled == true
}

documents(resource) := [role |
	some role in input.resources.aws_iam_role
	role.arn in roles(resource)
]

policies(role) := [policy.document | some policy in all_policies(role)]

all_policies(role) := array.concat(
	[{"policy_name": policy.policy_name, "document": policy.policy_document} | some policy in role.inline_policies],
	[{"policy_name": policy.policy_name, "document": policy.document} |
		some attached in role.attached_policies
		some policy in input.resources.aws_iam_policy
		policy.arn == attached.policy_arn
	],
)

# The role was read, and each policy of it has a document or is known to be harmless.
known(arn) if {
	some role in input.resources.aws_iam_role
	role.arn == arn
	every attached in role.attached_policies {
		readable(attached.policy_arn)
	}
	every policy in object.get(role, "inline_policies", []) {
		iam.document(policy.policy_document)
	}
}

readable(arn) if {
	some policy in input.resources.aws_iam_policy
	policy.arn == arn
	iam.document(policy.document)
}

readable(arn) if arn in data.kspm.parameters.harmless_policies
