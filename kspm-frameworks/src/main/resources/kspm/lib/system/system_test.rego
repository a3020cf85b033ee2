package kspm.lib.system_test

import data.kspm.lib.system

test_pattern_is_a_name if system.matches("edit", ["view", "edit"])

test_pattern_is_a_beginning if system.matches("system:node", ["system:*"])

test_a_name_is_no_beginning if not system.matches("editor", ["edit"])

test_beginning_must_match if not system.matches("my-system:node", ["system:*"])

test_odd_name_matches_nothing if not system.matches(7, ["system:*"])

test_system_namespace if {
	system.namespace("kube-system") with data.kspm.parameters.system_namespaces as ["kube-system"]
}

test_other_namespace if {
	not system.namespace("shop") with data.kspm.parameters.system_namespaces as ["kube-system"]
}

test_system_subject if {
	system.subject("Group:system:nodes") with data.kspm.parameters.system_subjects as ["Group:system:nodes"]
}

test_system_role if {
	system.role("system:node") with data.kspm.parameters.system_roles as ["system:*"]
}

test_namespace_of_an_object if system.namespace_of({"metadata": {"namespace": "shop"}}) == "shop"

test_namespace_of_a_cluster_object if system.namespace_of({"metadata": {"name": "x"}}) == ""

test_namespace_of_odd_metadata if system.namespace_of({"metadata": {"namespace": ["x"]}}) == ""
