# Label selectors of the Kubernetes API.
package kspm.lib.selectors

# A selector without any condition selects everything; so does an absent one where the API says so.
empty(selector) if {
	not has_labels(selector)
	not has_expressions(selector)
}

has_labels(selector) if count(selector.matchLabels) > 0

has_expressions(selector) if count(selector.matchExpressions) > 0

matches(selector, labels) if {
	every key, value in conditions(selector, "matchLabels", {}) {
		labels[key] == value
	}
	every expression in conditions(selector, "matchExpressions", []) {
		holds(expression, labels)
	}
}

conditions(selector, field, none) := selector[field] if {
	selector[field] != null
} else := none

holds(expression, labels) if {
	expression.operator == "In"
	labels[expression.key] in expression.values
}

holds(expression, labels) if {
	expression.operator == "NotIn"
	not labelled_with(labels, expression)
}

holds(expression, labels) if {
	expression.operator == "Exists"
	_ = labels[expression.key]
}

holds(expression, labels) if {
	expression.operator == "DoesNotExist"
	not has_label(labels, expression.key)
}

labelled_with(labels, expression) if labels[expression.key] in expression.values

has_label(labels, key) if _ = labels[key]
