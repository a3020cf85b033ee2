# Turns a set of checks {path, value, expected, ok} into a verdict and its evidence.
package kspm.lib.verdict

check(path, value, expected, ok) := {"path": path, "value": value, "expected": expected, "ok": ok}

# Nothing to check means that the rule does not apply.
of(checks) := "fail" if {
	some c in checks
	not c.ok
} else := "pass" if {
	count(checks) > 0
} else := "skip"

# What failed, or everything that was looked at when nothing did.
evidence(checks) := failures if {
	failures := {shown(c) | some c in checks; not c.ok}
	count(failures) > 0
} else := {shown(c) | some c in checks}

shown(c) := object.remove(c, {"ok"})
