# Who holds which right: roles, their bindings, and the subjects that do not belong to the system.
#
# A permission is {groups, resources, verbs, cluster_scoped, named}. The sets name everything that matches, the
# asterisk included. cluster_scoped: the objects have no namespace, so that only a ClusterRoleBinding grants it.
# named: such requests name an object, so that a rule with resourceNames can grant it.
package kspm.lib.rbac

import data.kspm.lib.selectors
import data.kspm.lib.system

# Subjects read "Group:devs", "User:jane", "ServiceAccount:shop/web".
subjects(binding) := {name |
	some subject in binding.subjects
	name := subject_name(binding, subject)
}

subject_name(binding, subject) := concat("", ["ServiceAccount:", namespace, "/", subject.name]) if {
	subject.kind == "ServiceAccount"
	namespace := account_namespace(binding, subject)
} else := concat("", ["ServiceAccount:", parts[2], "/", parts[3]]) if {
	subject.kind == "User"
	startswith(subject.name, "system:serviceaccount:")
	parts := split(subject.name, ":")
	count(parts) == 4
} else := concat(":", [subject.kind, subject.name])

# A RoleBinding may leave the namespace of a service account out: it is its own.
account_namespace(binding, subject) := subject.namespace if {
	subject.namespace
	subject.namespace != ""
} else := binding.metadata.namespace

outsider(name) if {
	not system.subject(name)
	not system.matches(name, data.kspm.parameters.allowed_subjects)
}

outsiders_of(binding) := {name |
	some name in subjects(binding)
	outsider(name)
}

cluster_wide[role] contains subject if {
	some binding in input.resources.kubernetes_cluster_role_binding
	role := binding.roleRef.name
	some subject in outsiders_of(binding)
}

within_namespaces[role] contains subject if {
	some binding in input.resources.kubernetes_role_binding
	binding.roleRef.kind == "ClusterRole"
	role := binding.roleRef.name
	some subject in outsiders_of(binding)
}

of_role[role] contains subject if {
	some binding in input.resources.kubernetes_role_binding
	binding.roleRef.kind == "Role"
	role := concat("/", [binding.metadata.namespace, binding.roleRef.name])
	some subject in outsiders_of(binding)
}

# Whole objects, built once: a look-up in the rules above with a known key would read all bindings again for each role.
cluster_wide_outsiders := cluster_wide

within_namespaces_outsiders := within_namespaces

role_outsiders := of_role

# The subjects outside the system that get a permission of the role through some binding.
outsiders(role, permission) := object.get(cluster_wide_outsiders, role.metadata.name, set()) if {
	role.resource_type == "kubernetes_cluster_role"
	permission.cluster_scoped
} else := wide | narrow if {
	role.resource_type == "kubernetes_cluster_role"
	wide := object.get(cluster_wide_outsiders, role.metadata.name, set())
	narrow := object.get(within_namespaces_outsiders, role.metadata.name, set())
} else := object.get(role_outsiders, concat("/", [role.metadata.namespace, role.metadata.name]), set()) if {
	role.resource_type == "kubernetes_role"
	not permission.cluster_scoped
} else := set()

# Rules of a role with their place. The controller fills an aggregated role in a running cluster; in a manifest it is
# empty, and the rules are those of the roles that it selects.
rules(role) := found if {
	found := [{"path": ["rules", i], "value": rule, "rule": rule} |
		some i, rule in role.rules
		is_object(rule)
	]
	count(found) > 0
} else := [{"path": ["aggregationRule"], "value": role.aggregationRule, "rule": rule} |
	some selector in role.aggregationRule.clusterRoleSelectors
	some selected in candidates(selector)
	selectors.matches(selector, selected.metadata.labels)
	some rule in selected.rules
	is_object(rule)
]

# Selectors of aggregated roles nearly always name one label: the index by label keeps the search short.
candidates(selector) := object.get(roles_by_label, concat("=", [key, selector.matchLabels[key]]), set()) if {
	key := min(object.keys(selector.matchLabels))
} else := {role | some role in input.resources.kubernetes_cluster_role}

labelled[label] contains role if {
	some role in input.resources.kubernetes_cluster_role
	some key, value in role.metadata.labels
	label := concat("=", [key, value])
}

roles_by_label := labelled

grants(rule, permission) if {
	some group in rule.apiGroups
	group in permission.groups
	some resource in rule.resources
	wanted(resource, permission.resources)
	some verb in rule.verbs
	verb in permission.verbs
	names_allow(rule, permission)
}

wanted(resource, resources) if resource in resources

# Every subresource of one resource, as in "userextras/*"; RBAC itself does not know this form.
wanted(resource, resources) if {
	contains(resource, "/")
	concat("/", [split(resource, "/")[0], "*"]) in resources
}

names_allow(rule, _) if not named(rule)

names_allow(rule, permission) if {
	named(rule)
	permission.named
	data.kspm.parameters.count_named_objects
}

named(rule) if count(rule.resourceNames) > 0

# The rules of a role that grant one of the permissions, each with those outside the system who hold it.
granting(role, permissions) := {entry |
	some permission in permissions
	some candidate in rules(role)
	grants(candidate.rule, permission)
	entry := {
		"path": candidate.path,
		"value": candidate.value,
		"holders": outsiders(role, permission),
	}
}

# skip: judged elsewhere, or of the system and held by nobody else.
verdict(role, permissions) := "skip" if {
	judged_elsewhere(role)
} else := "fail" if {
	some entry in granting(role, permissions)
	count(entry.holders) > 0
} else := "skip" if {
	of_system(role)
} else := "pass" if {
	role.metadata.name
} else := "skip"

judged_elsewhere(role) if {
	role.resource_type == "kubernetes_cluster_role"
	system.matches(role.metadata.name, data.kspm.parameters.roles_judged_elsewhere)
}

of_system(role) if system.role(role.metadata.name)

of_system(role) if system.namespace(system.namespace_of(role))

evidence(role, permissions) := held if {
	held := {shown |
		some entry in granting(role, permissions)
		count(entry.holders) > 0
		names := concat(", ", array.slice(sort(entry.holders), 0, 10))
		shown := {
			"path": entry.path,
			"value": entry.value,
			"expected": sprintf("held by nobody outside the system, but by %s", [names]),
		}
	}
	count(held) > 0
} else := unheld if {
	unheld := {shown |
		some entry in granting(role, permissions)
		shown := {"path": entry.path, "value": entry.value, "expected": "held by nobody outside the system"}
	}
	count(unheld) > 0
} else := {{"path": ["rules"], "value": object.get(role, "rules", null), "expected": "no rule that grants it"}}

# Subjects of all bindings, for rules about the subject.
bound_subjects := {name |
	some type in ["kubernetes_cluster_role_binding", "kubernetes_role_binding"]
	some binding in input.resources[type]
	some name in subjects(binding)
}
