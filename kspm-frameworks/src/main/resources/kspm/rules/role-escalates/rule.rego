package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [
	{
		"groups": {"*", "rbac.authorization.k8s.io"},
		"resources": {"*", "roles", "clusterroles"},
		"verbs": {"*", "bind"},
		"cluster_scoped": false,
		"named": true,
	},
	{
		"groups": {"*", "rbac.authorization.k8s.io"},
		"resources": {"*", "roles"},
		"verbs": {"*", "escalate"},
		"cluster_scoped": false,
		"named": true,
	},
	{
		"groups": {"*", "rbac.authorization.k8s.io"},
		"resources": {"*", "clusterroles"},
		"verbs": {"*", "escalate"},
		"cluster_scoped": true,
		"named": true,
	},
	{
		"groups": {"*", ""},
		"resources": {"*", "serviceaccounts"},
		"verbs": {"*", "impersonate"},
		"cluster_scoped": false,
		"named": true,
	},
	{
		"groups": {"*", ""},
		"resources": {"*", "users", "groups"},
		"verbs": {"*", "impersonate"},
		"cluster_scoped": true,
		"named": true,
	},
	{
		"groups": {"*", "authentication.k8s.io"},
		"resources": {"*", "uids", "userextras/*"},
		"verbs": {"*", "impersonate"},
		"cluster_scoped": true,
		"named": true,
	},
]
