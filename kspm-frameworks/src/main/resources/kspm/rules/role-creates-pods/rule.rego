package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [
	{
		"groups": {"*", ""},
		"resources": {"*", "pods", "replicationcontrollers"},
		"verbs": {"*", "create"},
		"cluster_scoped": false,
		"named": false,
	},
	{
		"groups": {"*", "apps"},
		"resources": {"*", "deployments", "daemonsets", "statefulsets", "replicasets"},
		"verbs": {"*", "create"},
		"cluster_scoped": false,
		"named": false,
	},
	{
		"groups": {"*", "batch"},
		"resources": {"*", "jobs", "cronjobs"},
		"verbs": {"*", "create"},
		"cluster_scoped": false,
		"named": false,
	},
]
