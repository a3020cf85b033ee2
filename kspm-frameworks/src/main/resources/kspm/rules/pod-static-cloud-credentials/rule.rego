package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := found if {
	found := {verdict.check(path, variable.name, "no credential of a cloud account", false) |
		some entry in pods.containers(resource)
		some i, variable in entry.container.env
		variable.name in names
		path := array.concat(entry.path, ["env", i, "name"])
	}
	count(found) > 0
} else := {verdict.check(path, value, "no credential of a cloud account", true) |
	some entry in pods.containers(resource)
	path := array.concat(entry.path, ["env"])
	value := object.get(entry.container, "env", null)
}

names := {name | some name in data.kspm.parameters.credential_variables}
