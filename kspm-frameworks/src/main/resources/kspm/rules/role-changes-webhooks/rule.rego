package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [{
	"groups": {"*", "admissionregistration.k8s.io"},
	"resources": {"*", "validatingwebhookconfigurations", "mutatingwebhookconfigurations"},
	"verbs": {"*", "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"},
	"cluster_scoped": true,
	"named": true,
}]
