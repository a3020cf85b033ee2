# Which namespaces have their pods checked at admission, and by what.
package kspm.lib.admission

import data.kspm.lib.selectors

levels := {"baseline", "restricted"}

enforce_label := "pod-security.kubernetes.io/enforce"

enforced(namespace) if namespace.metadata.labels[enforce_label] in levels

# Labels of a namespace as the API server completes them.
labels(namespace) := object.union(given, {"kubernetes.io/metadata.name": namespace.metadata.name}) if {
	given := namespace.metadata.labels
	is_object(given)
} else := {"kubernetes.io/metadata.name": namespace.metadata.name}

covers_pods(rules) if {
	some rule in rules
	some group in rule.apiGroups
	group in {"", "*"}
	some resource in rule.resources
	resource in {"pods", "*", "*/*"}
	some operation in rule.operations
	operation in {"CREATE", "*"}
}

# Everything that checks pods is a pair of namespace selectors, both of which must match.
checks contains pair if {
	some configuration in input.resources.kubernetes_validating_webhook_configuration
	policy_engine(configuration)
	some webhook in configuration.webhooks
	covers_pods(webhook.rules)
	selectors.empty(object.get(webhook, "objectSelector", {}))
	pair := [object.get(webhook, "namespaceSelector", {}), {}]
}

checks contains pair if {
	some binding in input.resources.kubernetes_validating_admission_policy_binding
	"Deny" in binding.spec.validationActions
	matched := object.get(binding, ["spec", "matchResources"], {})
	pods_matched(matched)
	some policy_selector in object.get(pod_policies, binding.spec.policyName, set())
	pair := [policy_selector, object.get(matched, "namespaceSelector", {})]
}

# A binding narrows its policy only by what it names.
pods_matched(matched) if {
	selectors.empty(object.get(matched, "objectSelector", {}))
	not names_resources(matched)
}

pods_matched(matched) if {
	selectors.empty(object.get(matched, "objectSelector", {}))
	covers_pods(matched.resourceRules)
}

names_resources(matched) if count(matched.resourceRules) > 0

policy_engine(configuration) if {
	some engine in data.kspm.parameters.policy_engines
	contains(configuration.metadata.name, engine)
}

policies[name] contains selector if {
	some policy in input.resources.kubernetes_validating_admission_policy
	name := policy.metadata.name
	constraints := policy.spec.matchConstraints
	covers_pods(constraints.resourceRules)
	selectors.empty(object.get(constraints, "objectSelector", {}))
	selector := object.get(constraints, "namespaceSelector", {})
}

# Built once, so that a binding finds its policy directly.
pod_policies := policies

all_checks := checks

# Some check reaches every namespace.
default everywhere := false

everywhere if {
	some [first, second] in all_checks
	selectors.empty(first)
	selectors.empty(second)
}

narrow_checks := {pair |
	some pair in all_checks
	not wide(pair)
}

wide([first, second]) if {
	selectors.empty(first)
	selectors.empty(second)
}

covered(_) if everywhere

covered(namespace) if {
	not everywhere
	some [first, second] in narrow_checks
	selectors.matches(first, labels(namespace))
	selectors.matches(second, labels(namespace))
}
