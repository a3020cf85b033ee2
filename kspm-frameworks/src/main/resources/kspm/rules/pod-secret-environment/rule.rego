package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := used if {
	used := variables(resource) | sources(resource)
	count(used) > 0
} else := {verdict.check(path, value, "no secret", true) |
	some entry in pods.containers(resource)
	some field in ["env", "envFrom"]
	path := array.concat(entry.path, [field])
	value := object.get(entry.container, field, null)
}

variables(resource) := {verdict.check(path, reference, null, false) |
	some entry in pods.containers(resource)
	some i, variable in entry.container.env
	reference := variable.valueFrom.secretKeyRef
	reference != null
	path := array.concat(entry.path, ["env", i, "valueFrom", "secretKeyRef"])
}

sources(resource) := {verdict.check(path, reference, null, false) |
	some entry in pods.containers(resource)
	some i, source in entry.container.envFrom
	reference := source.secretRef
	reference != null
	path := array.concat(entry.path, ["envFrom", i, "secretRef"])
}
