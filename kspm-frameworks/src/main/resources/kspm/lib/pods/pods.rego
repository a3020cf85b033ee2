# Pods and the pod templates of workloads, read in one way.
package kspm.lib.pods

import data.kspm.lib.system
import data.kspm.lib.verdict

template_path := ["spec", "template", "spec"]

spec_paths := {
	"kubernetes_pod": ["spec"],
	"kubernetes_deployment": template_path,
	"kubernetes_daemon_set": template_path,
	"kubernetes_stateful_set": template_path,
	"kubernetes_replica_set": template_path,
	"kubernetes_replication_controller": template_path,
	"kubernetes_job": template_path,
	"kubernetes_cron_job": array.concat(["spec", "jobTemplate"], template_path),
}

spec_path(resource) := spec_paths[resource.resource_type]

spec(resource) := value if {
	value := object.get(resource, spec_path(resource), null)
	is_object(value)
}

# The rule looks at this pod or workload: it has a pod spec and no system namespace.
judged(resource) if {
	spec(resource)
	not system.namespace(system.namespace_of(resource))
}

# As judged, for settings that only Linux has.
judged_on_linux(resource) if {
	judged(resource)
	not windows(spec(resource))
}

windows(pod_spec) if pod_spec.os.name == "windows"

windows(pod_spec) if pod_spec.nodeSelector["kubernetes.io/os"] == "windows"

# Every container with its place in the document and the pod spec that it is in.
containers(resource) := [entry |
	pod_path := spec_path(resource)
	pod_spec := spec(resource)
	some field in ["containers", "initContainers", "ephemeralContainers"]
	some i, container in pod_spec[field]
	is_object(container)
	entry := {
		"path": array.concat(pod_path, [field, i]),
		"container": container,
		"pod_path": pod_path,
		"pod": pod_spec,
	}
]

# A field of the pod spec.
pod_check(resource, keys, expected, allowed) := verdict.check(path, value, expected, ok) if {
	value := object.get(spec(resource), keys, null)
	path := array.concat(spec_path(resource), keys)
	ok := value in allowed
}

# A field of the security context of one container.
own(entry, keys) := {"path": path, "value": value} if {
	field := array.concat(["securityContext"], keys)
	value := object.get(entry.container, field, null)
	path := array.concat(entry.path, field)
}

# The same field of the pod.
inherited(entry, keys) := {"path": path, "value": value} if {
	field := array.concat(["securityContext"], keys)
	value := object.get(entry.pod, field, null)
	path := array.concat(entry.pod_path, field)
}

# What holds for a container: its own value, else the pod's.
effective(entry, keys) := setting if {
	setting := own(entry, keys)
	setting.value != null
} else := setting if {
	setting := inherited(entry, keys)
	setting.value != null
} else := own(entry, keys)

# Names of capabilities in upper case, without the prefix that some people write.
capabilities(entry, field) := {trim_prefix(upper(name), "CAP_") |
	some name in object.get(entry.container, ["securityContext", "capabilities", field], [])
	is_string(name)
}

service_account(resource) := name if {
	name := spec(resource).serviceAccountName
	is_string(name)
	name != ""
} else := name if {
	# The older name of the same field.
	name := spec(resource).serviceAccount
	is_string(name)
	name != ""
} else := "default" if {
	spec(resource)
}

# Namespaces where some pod or template runs as the default service account.
namespaces_using_default := {namespace |
	some type, _ in spec_paths
	some resource in input.resources[type]
	service_account(resource) == "default"
	namespace := system.namespace_of(resource)
}

# "namespace/name" of the service accounts that do not hand out their token.
unmounted_service_accounts := {name |
	some account in input.resources.kubernetes_service_account
	account.automountServiceAccountToken == false
	name := concat("/", [account.metadata.namespace, account.metadata.name])
}
