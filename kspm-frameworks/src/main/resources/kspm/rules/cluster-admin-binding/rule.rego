package datadog

import data.kspm.lib.rbac
import data.kspm.lib.system
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	resource.roleRef.kind == "ClusterRole"
	resource.roleRef.name in data.kspm.parameters.admin_roles
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := found if {
	found := {verdict.check(["subjects", i], subject, data.kspm.parameters.allowed_subjects, allowed(resource, subject)) |
		some i, subject in resource.subjects
	}
	count(found) > 0
} else := {verdict.check(["subjects"], object.get(resource, "subjects", null), "nobody", true)}

allowed(binding, subject) if {
	name := rbac.subject_name(binding, subject)
	system.matches(name, data.kspm.parameters.allowed_subjects)
} else := false
