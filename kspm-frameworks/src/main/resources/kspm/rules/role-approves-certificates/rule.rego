package datadog

import data.kspm.lib.rbac

eval(resource) := rbac.verdict(resource, permissions)

evidence(resource) := rbac.evidence(resource, permissions)

permissions := [
	{
		"groups": {"*", "certificates.k8s.io"},
		"resources": {"*", "certificatesigningrequests/approval", "*/approval"},
		"verbs": {"*", "update", "patch"},
		"cluster_scoped": true,
		"named": true,
	},
	{
		"groups": {"*", "certificates.k8s.io"},
		"resources": {"*", "signers"},
		"verbs": {"*", "approve"},
		"cluster_scoped": true,
		"named": true,
	},
]
