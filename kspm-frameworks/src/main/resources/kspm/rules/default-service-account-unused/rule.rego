package datadog

import data.kspm.lib.pods
import data.kspm.lib.rbac
import data.kspm.lib.system
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	resource.metadata.name == "default"
	not system.namespace(resource.metadata.namespace)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {mounted_check(resource), bound_check(resource), used_check(resource)}

mounted_check(resource) := verdict.check(["automountServiceAccountToken"], value, false, value == false) if {
	value := object.get(resource, "automountServiceAccountToken", null)
}

bound_check(resource) := verdict.check(["metadata", "name"], "default", "named by no binding", not_bound) if {
	name := concat("", ["ServiceAccount:", resource.metadata.namespace, "/default"])
	not_bound := absent(name, rbac.bound_subjects)
}

used_check(resource) := verdict.check(["metadata", "namespace"], namespace, "no pod runs as default", not_used) if {
	namespace := resource.metadata.namespace
	not_used := absent(namespace, pods.namespaces_using_default)
}

absent(name, names) if {
	not name in names
} else := false
