package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {check |
	some entry in pods.containers(resource)
	non_root := pods.effective(entry, ["runAsNonRoot"])
	check := verdict.check(non_root.path, non_root.value, true, without_root(entry, non_root.value))
}

without_root(entry, non_root) if {
	non_root == true
} else if {
	user := pods.effective(entry, ["runAsUser"]).value
	is_number(user)
	user > 0
} else if {
	# Windows names its users.
	pods.windows(entry.pod)
	user := pods.effective(entry, ["windowsOptions", "runAsUserName"]).value
	not lower(user) in {"", "containeradministrator"}
} else := false
