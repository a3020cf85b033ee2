package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [{
	"groups": {"*", ""},
	"resources": {"*", "secrets"},
	"verbs": {"*", "get", "list", "watch"},
	"cluster_scoped": false,
	"named": true,
}]
