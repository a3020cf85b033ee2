package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged_on_linux(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {check |
	some entry in pods.containers(resource)
	setting := pods.own(entry, ["allowPrivilegeEscalation"])
	check := verdict.check(setting.path, setting.value, false, setting.value == false)
}
