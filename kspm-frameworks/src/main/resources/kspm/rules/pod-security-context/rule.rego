package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {context_check(path, object.get(resource, path, null)) |
	some path in places(resource)
}

places(resource) := {array.concat(pods.spec_path(resource), ["securityContext"])} | {array.concat(entry.path, ["securityContext"]) | some entry in pods.containers(resource)}

context_check(path, value) := verdict.check(path, value, "a security context with settings", says_something(value))

says_something(context) if {
	is_object(context)
	some setting in context
	not setting in [null, {}, []]
} else := false
