package datadog

import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource))

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {verdict.check(["subjects", i], subject, "another group", built_in(resource)) |
	some i, subject in resource.subjects
	subject.kind == "Group"
	subject.name == "system:masters"
}

built_in(resource) if {
	resource.resource_type == "kubernetes_cluster_role_binding"
	resource.metadata.name in data.kspm.parameters.built_in_bindings
	resource.roleRef.name == "cluster-admin"
} else := false
