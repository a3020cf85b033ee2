package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [{
	"groups": {"*", ""},
	"resources": {"*", "serviceaccounts/token", "*/token"},
	"verbs": {"*", "create"},
	"cluster_scoped": false,
	"named": true,
}]
