package kspm.lib.admission_test

import data.kspm.lib.admission

pod_rule := {"apiGroups": [""], "apiVersions": ["v1"], "operations": ["CREATE", "UPDATE"], "resources": ["pods"]}

namespace(name, labels) := {"metadata": {"name": name, "labels": labels}}

only(name) := {"matchLabels": {"kubernetes.io/metadata.name": name}}

policy(name, constraints) := {"metadata": {"name": name}, "spec": {"matchConstraints": constraints}}

binding(name, actions, matched) := {"spec": {
	"policyName": name,
	"validationActions": actions,
	"matchResources": matched,
}}

webhooks(name, hook) := {"kubernetes_validating_webhook_configuration": [{
	"metadata": {"name": name},
	"webhooks": [hook],
}]}

policies(given, bindings) := {
	"kubernetes_validating_admission_policy": given,
	"kubernetes_validating_admission_policy_binding": bindings,
}

covered(name, resources) if {
	admission.covered(namespace(name, null)) with input.resources as resources
		with data.kspm.parameters.policy_engines as ["gatekeeper"]
}

test_enforced_by_label if admission.enforced(namespace("shop", {"pod-security.kubernetes.io/enforce": "baseline"}))

test_privileged_enforces_nothing if {
	not admission.enforced(namespace("shop", {"pod-security.kubernetes.io/enforce": "privileged"}))
}

test_no_label if not admission.enforced(namespace("shop", null))

test_labels_are_completed if {
	admission.labels(namespace("shop", {"a": "b"})) == {"a": "b", "kubernetes.io/metadata.name": "shop"}
	admission.labels(namespace("shop", null)) == {"kubernetes.io/metadata.name": "shop"}
}

test_covers_pods if {
	admission.covers_pods([pod_rule])
	admission.covers_pods([{"apiGroups": ["*"], "operations": ["*"], "resources": ["*"]}])
}

test_other_rules_cover_no_pods if {
	every rule in [
		object.union(pod_rule, {"resources": ["services"]}),
		object.union(pod_rule, {"operations": ["DELETE"]}),
		object.union(pod_rule, {"apiGroups": ["apps"]}),
	] {
		not admission.covers_pods([rule])
	}
}

test_engine_covers_everything if covered("shop", webhooks("gatekeeper-validating", {"rules": [pod_rule]}))

test_unknown_webhook_covers_nothing if not covered("shop", webhooks("vault-injector", {"rules": [pod_rule]}))

test_engine_with_a_namespace_selector if {
	hook := {"rules": [pod_rule], "namespaceSelector": only("shop")}
	covered("shop", webhooks("gatekeeper", hook))
	not covered("bank", webhooks("gatekeeper", hook))
}

test_engine_for_some_objects_only if {
	hook := {"rules": [pod_rule], "objectSelector": {"matchLabels": {"checked": "yes"}}}
	not covered("shop", webhooks("gatekeeper", hook))
}

test_policy_with_binding_of_one_namespace if {
	resources := policies(
		[policy("p", {"resourceRules": [pod_rule], "namespaceSelector": {}})],
		[binding("p", ["Deny"], {"namespaceSelector": only("shop")})],
	)
	covered("shop", resources)
	not covered("bank", resources)
}

test_policy_everywhere if {
	covered("bank", policies(
		[policy("p", {"resourceRules": [pod_rule]})],
		[{"spec": {"policyName": "p", "validationActions": ["Deny"]}}],
	))
}

test_policy_that_only_warns if {
	not covered("shop", policies([policy("p", {"resourceRules": [pod_rule]})], [binding("p", ["Warn"], {})]))
}

test_policy_without_binding if not covered("shop", policies([policy("p", {"resourceRules": [pod_rule]})], []))

test_binding_of_an_unknown_policy if not covered("shop", policies([], [binding("p", ["Deny"], {})]))

test_binding_narrowed_to_pods if {
	covered("shop", policies(
		[policy("p", {"resourceRules": [pod_rule]})],
		[binding("p", ["Deny"], {"resourceRules": [pod_rule]})],
	))
}

test_binding_narrowed_to_other_objects if {
	not covered("shop", policies(
		[policy("p", {"resourceRules": [pod_rule]})],
		[binding("p", ["Deny"], {"resourceRules": [object.union(pod_rule, {"resources": ["services"]})]})],
	))
}

test_odd_objects_cover_nothing if {
	not covered("shop", policies([null, 1, {"metadata": null}], ["x", {"spec": null}]))
}
