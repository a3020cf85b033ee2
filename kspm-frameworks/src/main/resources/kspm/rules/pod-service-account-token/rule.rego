package datadog

import data.kspm.lib.pods
import data.kspm.lib.system
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {verdict.check(path, value, expected, unmounted(value, name))} if {
	path := array.concat(pods.spec_path(resource), ["automountServiceAccountToken"])
	value := object.get(resource, path, null)
	name := concat("/", [system.namespace_of(resource), pods.service_account(resource)])
	expected := sprintf("false, here or in service account %s", [name])
}

unmounted(value, name) if {
	value == false
} else if {
	value != true
	name in pods.unmounted_service_accounts
} else if {
	system.matches(name, data.kspm.parameters.allowed_service_accounts)
} else := false
