package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	audited(resource)
	some group in groups(resource)
	kept(group)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["logging", "cluster_logging"], sprintf("audit enabled, and log group /aws/eks/%v/cluster kept %v days or more", [object.get(resource, "name", ""), data.kspm.parameters.min_days])),
]

audited(resource) if {
	some entry in resource.logging.cluster_logging
	entry.enabled == true
	"audit" in entry.types
}

groups(resource) := [group |
	some group in input.resources.aws_cloudwatch_log_group
	group.log_group_name == group_name(resource)
	cloud.same_account(group, resource)
]

group_name(resource) := sprintf("/aws/eks/%v/cluster", [resource.name])

# Without a retention a group is kept for ever.
kept(group) if not "retention_in_days" in object.keys(group)

kept(group) if {
	is_number(group.retention_in_days)
	group.retention_in_days >= data.kspm.parameters.min_days
}
