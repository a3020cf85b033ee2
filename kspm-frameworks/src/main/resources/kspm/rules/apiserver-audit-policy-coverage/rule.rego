package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeApiserver")
} else := "pass" if {
	rules := node.value(resource, "kubeApiserver", "audit-policy-rules")
	count(unrecorded(rules)) == 0
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubeApiserver", "audit-policy-rules", wanted(resource)),
]

wanted(resource) := sprintf("also records %s", [concat(", ", lacking)]) if {
	lacking := unrecorded(node.value(resource, "kubeApiserver", "audit-policy-rules"))
	count(lacking) > 0
} else := "records each of the operations"

# What the policy does not record: for each operation the first rule that surely matches decides.
unrecorded(rules) := {name |
	some operation in data.kspm.parameters.operations
	name := sprintf("%s %s", [operation.verb, operation.resource])
	not recorded(rules, operation)
}

recorded(rules, operation) if {
	levels := [rule.level | some rule in rules; decides(rule, operation)]
	levels[0] in {"Metadata", "Request", "RequestResponse"}
}

# A rule for some users, namespaces or names only does not decide for the others.
decides(rule, operation) if {
	every key in ["users", "userGroups", "namespaces", "nonResourceURLs"] {
		object.get(rule, key, []) == []
	}
	covers_verb(object.get(rule, "verbs", []), operation.verb)
	covers_resource(object.get(rule, "resources", []), operation)
}

covers_verb([], _)

covers_verb(verbs, verb) if verb in verbs

covers_resource([], _)

covers_resource(groups, operation) if {
	some group in groups
	object.get(group, "group", "") == operation.group
	object.get(group, "resourceNames", []) == []
	names(object.get(group, "resources", []), operation.resource)
}

names([], _)

names(listed, name) if name in listed

names(listed, _) if "*" in listed

# pods/* is every subresource, */exec that subresource of each resource.
names(listed, name) if {
	parts := split(name, "/")
	some pattern in {sprintf("%s/*", [parts[0]]), sprintf("*/%s", [parts[1]])}
	pattern in listed
}
