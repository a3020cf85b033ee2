package kspm.lib.evidence_test

import data.kspm.lib.evidence

test_value_at_path if {
	got := evidence.at({"a": {"b": [1, 2]}}, ["a", "b", 1], 3)
	got == {"path": ["a", "b", 1], "value": 2, "expected": 3}
}

test_absent_is_null if {
	evidence.at({"a": {}}, ["a", "b", "c"], true).value == null
}

test_wrong_type_on_the_way_is_null if {
	evidence.at({"a": "text"}, ["a", "b"], true).value == null
}

test_false_is_kept if {
	evidence.at({"a": false}, ["a"], true).value == false
}
