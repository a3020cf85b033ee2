package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [{
	"groups": {"*", ""},
	"resources": {"*", "persistentvolumes"},
	"verbs": {"*", "create"},
	"cluster_scoped": true,
	"named": false,
}]
