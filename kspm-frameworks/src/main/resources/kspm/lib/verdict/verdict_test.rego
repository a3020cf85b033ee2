package kspm.lib.verdict_test

import data.kspm.lib.verdict

good := verdict.check(["spec", "a"], 1, 1, true)

bad := verdict.check(["spec", "b"], 2, 1, false)

test_all_good_passes if verdict.of({good}) == "pass"

test_one_bad_fails if verdict.of({good, bad}) == "fail"

test_nothing_checked_skips if verdict.of(set()) == "skip"

test_evidence_of_a_failure_is_what_failed if {
	verdict.evidence({good, bad}) == {{"path": ["spec", "b"], "value": 2, "expected": 1}}
}

test_evidence_of_a_pass_is_everything if {
	verdict.evidence({good}) == {{"path": ["spec", "a"], "value": 1, "expected": 1}}
}
