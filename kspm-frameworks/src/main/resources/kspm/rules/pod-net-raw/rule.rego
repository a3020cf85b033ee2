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
	check := verdict.check(setting.path, setting.value, {"drop": ["ALL"]}, without_net_raw(entry))
}

without_net_raw(entry) if {
	count(pods.capabilities(entry, "drop") & {"ALL", "NET_RAW"}) > 0
	count(pods.capabilities(entry, "add") & {"ALL", "NET_RAW"}) == 0
} else := false
