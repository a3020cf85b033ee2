package kspm.lib.rbac_test

import data.kspm.lib.rbac

parameters := {
	"system_subjects": ["Group:system:masters", "User:system:node:*", "ServiceAccount:kube-system/*"],
	"allowed_subjects": ["Group:platform"],
	"system_roles": ["system:*", "edit"],
	"system_namespaces": ["kube-system"],
	"roles_judged_elsewhere": ["cluster-admin"],
	"count_named_objects": true,
}

read_secrets := {
	"groups": {"*", ""},
	"resources": {"*", "secrets"},
	"verbs": {"*", "get"},
	"cluster_scoped": false,
	"named": true,
}

create_volumes := {
	"groups": {"*", ""},
	"resources": {"*", "persistentvolumes"},
	"verbs": {"*", "create"},
	"cluster_scoped": true,
	"named": false,
}

secret_rule := {"apiGroups": [""], "resources": ["secrets"], "verbs": ["get", "list"]}

volume_rule := {"apiGroups": [""], "resources": ["persistentvolumes"], "verbs": ["create"]}

cluster_role(name, rules) := {"resource_type": "kubernetes_cluster_role", "metadata": {"name": name}, "rules": rules}

role(namespace, name, rules) := {
	"resource_type": "kubernetes_role",
	"metadata": {"name": name, "namespace": namespace},
	"rules": rules,
}

everywhere(role_name, subjects) := {
	"metadata": {"name": "b"},
	"roleRef": {"kind": "ClusterRole", "name": role_name},
	"subjects": subjects,
}

within(namespace, kind, role_name, subjects) := {
	"metadata": {"name": "b", "namespace": namespace},
	"roleRef": {"kind": kind, "name": role_name},
	"subjects": subjects,
}

user(name) := {"kind": "User", "name": name}

group(name) := {"kind": "Group", "name": name}

bindings(wide, narrow) := {"resources": {
	"kubernetes_cluster_role_binding": wide,
	"kubernetes_role_binding": narrow,
}}

test_subject_names if {
	binding := within("shop", "Role", "r", [
		user("jane"),
		group("devs"),
		{"kind": "ServiceAccount", "name": "web"},
		{"kind": "ServiceAccount", "name": "db", "namespace": "data"},
		user("system:serviceaccount:ci:runner"),
		{"kind": "User", "name": 7},
		null,
	])
	rbac.subjects(binding) == {
		"User:jane",
		"Group:devs",
		"ServiceAccount:shop/web",
		"ServiceAccount:data/db",
		"ServiceAccount:ci/runner",
	}
}

test_outsiders if {
	binding := everywhere("r", [
		group("system:masters"),
		group("platform"),
		group("system:authenticated"),
		user("system:node:a"),
		user("system:anonymous"),
		{"kind": "ServiceAccount", "name": "x", "namespace": "kube-system"},
	])
	names := rbac.outsiders_of(binding) with data.kspm.parameters as parameters
	names == {"Group:system:authenticated", "User:system:anonymous"}
}

test_no_subjects if rbac.subjects(everywhere("r", null)) == set()

test_cluster_role_held_through_either_binding if {
	data_in := bindings([everywhere("r", [user("jane")])], [within("shop", "ClusterRole", "r", [user("joe")])])
	held := rbac.outsiders(cluster_role("r", []), read_secrets) with input as data_in
		with data.kspm.parameters as parameters
	held == {"User:jane", "User:joe"}
}

test_cluster_wide_objects_need_a_cluster_wide_binding if {
	data_in := bindings([everywhere("r", [user("jane")])], [within("shop", "ClusterRole", "r", [user("joe")])])
	held := rbac.outsiders(cluster_role("r", []), create_volumes) with input as data_in
		with data.kspm.parameters as parameters
	held == {"User:jane"}
}

test_role_is_found_in_its_namespace if {
	data_in := bindings([], [
		within("shop", "Role", "r", [user("jane")]),
		within("bank", "Role", "r", [user("joe")]),
		within("shop", "ClusterRole", "r", [user("jack")]),
	])
	held := rbac.outsiders(role("shop", "r", []), read_secrets) with input as data_in
		with data.kspm.parameters as parameters
	held == {"User:jane"}
}

test_role_never_grants_cluster_wide_objects if {
	data_in := bindings([], [within("shop", "Role", "r", [user("jane")])])
	held := rbac.outsiders(role("shop", "r", []), create_volumes) with input as data_in
		with data.kspm.parameters as parameters
	held == set()
}

test_other_types_hold_nothing if rbac.outsiders({"resource_type": "kubernetes_pod"}, read_secrets) == set()

test_grants if {
	rbac.grants(secret_rule, read_secrets)
	rbac.grants({"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}, read_secrets)
}

test_another_group_grants_nothing if {
	not rbac.grants({"apiGroups": ["apps"], "resources": ["*"], "verbs": ["*"]}, read_secrets)
}

test_another_resource_grants_nothing if {
	not rbac.grants({"apiGroups": [""], "resources": ["secrets/status"], "verbs": ["*"]}, read_secrets)
}

test_every_subresource if {
	extras := object.union(read_secrets, {"resources": {"userextras/*"}})
	rbac.grants(object.union(secret_rule, {"resources": ["userextras/scopes"]}), extras)
	not rbac.grants(object.union(secret_rule, {"resources": ["userextras", "users/scopes"]}), extras)
}

test_another_verb_grants_nothing if {
	not rbac.grants({"apiGroups": [""], "resources": ["secrets"], "verbs": ["create"]}, read_secrets)
}

test_named_objects_count if {
	rule := object.union(secret_rule, {"resourceNames": ["web"]})
	rbac.grants(rule, read_secrets) with data.kspm.parameters as parameters
}

test_named_objects_can_be_left_out if {
	rule := object.union(secret_rule, {"resourceNames": ["web"]})
	not rbac.grants(rule, read_secrets) with data.kspm.parameters.count_named_objects as false
}

test_creation_cannot_name if {
	rule := object.union(volume_rule, {"resourceNames": ["disk"]})
	not rbac.grants(rule, create_volumes) with data.kspm.parameters as parameters
}

test_aggregated_role_of_a_manifest if {
	part := object.union(cluster_role("part", [secret_rule]), {"metadata": {"labels": {"to": "whole"}}})
	odd := object.union(cluster_role("odd", ["x"]), {"metadata": {"labels": {"to": "whole"}}})
	other := object.union(cluster_role("other", [volume_rule]), {"metadata": {"labels": {"to": "nothing"}}})
	aggregation := {"clusterRoleSelectors": [{"matchLabels": {"to": "whole"}}]}
	whole := object.union(cluster_role("whole", []), {"aggregationRule": aggregation})
	found := rbac.rules(whole) with input.resources.kubernetes_cluster_role as [part, odd, other, whole]
	found == [{"path": ["aggregationRule"], "value": aggregation, "rule": secret_rule}]
}

test_aggregated_role_by_expression if {
	part := object.union(cluster_role("part", [secret_rule]), {"metadata": {"labels": {"to": "whole"}}})
	aggregation := {"clusterRoleSelectors": [{"matchExpressions": [{"key": "to", "operator": "Exists"}]}]}
	whole := object.union(cluster_role("whole", null), {"aggregationRule": aggregation})
	found := rbac.rules(whole) with input.resources.kubernetes_cluster_role as [part, whole]
	count(found) == 1
}

test_fails_when_an_outsider_holds_it if {
	verdict_of(cluster_role("r", [volume_rule, secret_rule]), [everywhere("r", [user("jane")])]) == "fail"
}

test_passes_when_only_the_system_holds_it if {
	verdict_of(cluster_role("r", [secret_rule]), [everywhere("r", [group("system:masters")])]) == "pass"
}

test_passes_when_nobody_holds_it if verdict_of(cluster_role("r", [secret_rule]), []) == "pass"

test_passes_without_the_right if {
	verdict_of(cluster_role("r", [volume_rule]), [everywhere("r", [user("jane")])]) == "pass"
}

test_role_of_the_system_is_skipped if verdict_of(cluster_role("edit", [secret_rule]), []) == "skip"

test_role_of_the_system_fails_with_an_outsider if {
	verdict_of(cluster_role("edit", [secret_rule]), [everywhere("edit", [user("jane")])]) == "fail"
}

test_role_in_a_system_namespace_is_skipped if verdict_of(role("kube-system", "r", [secret_rule]), []) == "skip"

test_cluster_admin_is_judged_elsewhere if {
	all := {"apiGroups": ["*"], "resources": ["*"], "verbs": ["*"]}
	verdict_of(cluster_role("cluster-admin", [all]), [everywhere("cluster-admin", [user("jane")])]) == "skip"
}

test_role_without_name_is_skipped if {
	verdict_of({"resource_type": "kubernetes_cluster_role", "metadata": null}, []) == "skip"
}

test_evidence_names_the_holders if {
	wide := [everywhere("r", [user("jane")])]
	held := rbac.evidence(cluster_role("r", [volume_rule, secret_rule]), [read_secrets]) with input as bindings(wide, [])
		with data.kspm.parameters as parameters
	held == {{
		"path": ["rules", 1],
		"value": secret_rule,
		"expected": "held by nobody outside the system, but by User:jane",
	}}
}

test_evidence_of_an_unheld_right if {
	shown := rbac.evidence(cluster_role("r", [secret_rule]), [read_secrets]) with data.kspm.parameters as parameters
	shown == {{"path": ["rules", 0], "value": secret_rule, "expected": "held by nobody outside the system"}}
}

test_evidence_without_the_right if {
	shown := rbac.evidence(cluster_role("r", [volume_rule]), [read_secrets])
	shown == {{"path": ["rules"], "value": [volume_rule], "expected": "no rule that grants it"}}
}

test_bound_subjects if {
	data_in := bindings([everywhere("r", [user("jane")])], [within("shop", "Role", "r", [group("devs")])])
	rbac.bound_subjects == {"User:jane", "Group:devs"} with input as data_in
}

verdict_of(subject_role, wide) := answer if {
	answer := rbac.verdict(subject_role, [read_secrets]) with input as bindings(wide, [])
		with data.kspm.parameters as parameters
}
