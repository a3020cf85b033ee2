package datadog

import data.kspm.lib.system
import data.kspm.lib.verdict

eval(resource) := "skip" if {
	of_system(resource)
} else := verdict.of(checks(resource))

evidence(resource) := verdict.evidence(checks(resource))

of_system(resource) if system.role(resource.metadata.name)

of_system(resource) if system.namespace(system.namespace_of(resource))

wildcards := {
	"apiGroups": {"*"},
	"resources": {"*"},
	"verbs": {"*"},
	"nonResourceURLs": {"*", "/*"},
}

checks(resource) := found if {
	found := {verdict.check(["rules", i, field, j], value, "a name", false) |
		some i, rule in resource.rules
		some field, all in wildcards
		some j, value in rule[field]
		value in all
	}
	count(found) > 0
} else := {verdict.check(["rules"], object.get(resource, "rules", null), "names only", true)}
