package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := found if {
	found := {check |
		path := pods.spec_path(resource)
		some i, volume in pods.spec(resource).volumes
		value := object.get(volume, "hostPath", null)
		check := verdict.check(array.concat(path, ["volumes", i, "hostPath"]), value, null, value == null)
	}
	count(found) > 0
} else := {verdict.check(path, object.get(resource, path, null), null, true)} if {
	path := array.concat(pods.spec_path(resource), ["volumes"])
}
