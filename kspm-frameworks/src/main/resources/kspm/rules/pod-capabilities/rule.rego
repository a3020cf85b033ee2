package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged_on_linux(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {check |
	some entry in pods.containers(resource)
	setting := pods.own(entry, ["capabilities"])
	check := verdict.check(setting.path, setting.value, {"drop": ["ALL"]}, dropped(entry))
}

allowed := {name | some name in data.kspm.parameters.allowed_capabilities}

dropped(entry) if {
	"ALL" in pods.capabilities(entry, "drop")
	count(pods.capabilities(entry, "add") - allowed) == 0
} else := false
