package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {check |
	some entry in pods.containers(resource)
	setting := pods.own(entry, ["privileged"])
	check := verdict.check(setting.path, setting.value, false, setting.value in {null, false})
}
