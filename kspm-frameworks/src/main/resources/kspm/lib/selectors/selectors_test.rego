package kspm.lib.selectors_test

import data.kspm.lib.selectors

labels := {"team": "shop", "tier": "web"}

test_empty_selectors if {
	every selector in [{}, null, {"matchLabels": {}}, {"matchLabels": null, "matchExpressions": []}] {
		selectors.empty(selector)
		selectors.matches(selector, labels)
	}
}

test_selector_with_labels_is_not_empty if not selectors.empty({"matchLabels": {"team": "shop"}})

test_selector_with_expressions_is_not_empty if {
	not selectors.empty({"matchExpressions": [{"key": "team", "operator": "Exists"}]})
}

test_labels_match if selectors.matches({"matchLabels": {"team": "shop", "tier": "web"}}, labels)

test_every_label_must_match if not selectors.matches({"matchLabels": {"team": "shop", "tier": "db"}}, labels)

test_in if selectors.matches(one("team", "In", ["shop", "bank"]), labels)

test_not_in_the_list if not selectors.matches(one("team", "In", ["bank"]), labels)

test_notin if selectors.matches(one("team", "NotIn", ["bank"]), labels)

test_notin_without_the_label if selectors.matches(one("zone", "NotIn", ["bank"]), labels)

test_notin_fails if not selectors.matches(one("team", "NotIn", ["shop"]), labels)

test_exists if selectors.matches(one("team", "Exists", null), labels)

test_exists_fails if not selectors.matches(one("zone", "Exists", null), labels)

test_does_not_exist if selectors.matches(one("zone", "DoesNotExist", null), labels)

test_does_not_exist_fails if not selectors.matches(one("team", "DoesNotExist", null), labels)

test_unknown_operator_matches_nothing if not selectors.matches(one("team", "Like", ["shop"]), labels)

test_no_labels if not selectors.matches({"matchLabels": {"team": "shop"}}, null)

one(key, operator, values) := {"matchExpressions": [{"key": key, "operator": operator, "values": values}]}
