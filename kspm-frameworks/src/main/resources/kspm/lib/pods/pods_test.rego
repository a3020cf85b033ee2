package kspm.lib.pods_test

import data.kspm.lib.pods

pod_spec := {
	"hostPID": true,
	"securityContext": {"runAsUser": 1000, "seccompProfile": {"type": "RuntimeDefault"}},
	"containers": [{"name": "web", "securityContext": {
		"runAsUser": 0,
		"capabilities": {"add": ["cap_net_raw", 5], "drop": ["all"]},
	}}],
	"initContainers": [{"name": "prepare"}],
	"ephemeralContainers": [{"name": "debugger"}],
}

pod := {"resource_type": "kubernetes_pod", "metadata": {"name": "web", "namespace": "shop"}, "spec": pod_spec}

deployment := {
	"resource_type": "kubernetes_deployment",
	"metadata": {"name": "web", "namespace": "shop"},
	"spec": {"template": {"spec": pod_spec}},
}

cron_job := {
	"resource_type": "kubernetes_cron_job",
	"metadata": {"name": "web", "namespace": "shop"},
	"spec": {"jobTemplate": {"spec": {"template": {"spec": pod_spec}}}},
}

parameters := {"system_namespaces": ["kube-system"]}

test_spec_of_every_shape if {
	every resource in [pod, deployment, cron_job] {
		pods.spec(resource) == pod_spec
	}
}

test_no_spec_of_another_kind if not pods.spec({"resource_type": "kubernetes_service", "spec": {}})

test_no_spec_when_it_is_no_object if not pods.spec({"resource_type": "kubernetes_pod", "spec": "x"})

test_judged if pods.judged(pod) with data.kspm.parameters as parameters

test_system_namespace_is_not_judged if {
	system := object.union(pod, {"metadata": {"namespace": "kube-system"}})
	not pods.judged(system) with data.kspm.parameters as parameters
}

test_windows_is_not_judged_on_linux if {
	some extra in [{"os": {"name": "windows"}}, {"nodeSelector": {"kubernetes.io/os": "windows"}}]
	windows := object.union(pod, {"spec": extra})
	not pods.judged_on_linux(windows) with data.kspm.parameters as parameters
}

test_linux_is_judged_on_linux if pods.judged_on_linux(pod) with data.kspm.parameters as parameters

test_containers_of_all_lists if {
	[entry.path | some entry in pods.containers(pod)] == [
		["spec", "containers", 0],
		["spec", "initContainers", 0],
		["spec", "ephemeralContainers", 0],
	]
}

test_containers_of_a_template if {
	entries := pods.containers(cron_job)
	entries[0].path == ["spec", "jobTemplate", "spec", "template", "spec", "containers", 0]
}

test_odd_containers_are_left_out if {
	odd := {"resource_type": "kubernetes_pod", "spec": {"containers": ["x", null], "initContainers": 7}}
	pods.containers(odd) == []
}

test_pod_check if {
	pods.pod_check(pod, ["hostPID"], false, {null, false}) == {
		"path": ["spec", "hostPID"],
		"value": true,
		"expected": false,
		"ok": false,
	}
}

test_pod_check_of_an_absent_field if pods.pod_check(pod, ["hostIPC"], false, {null, false}).ok

test_container_beats_pod if {
	pods.effective(pods.containers(pod)[0], ["runAsUser"]) == {
		"path": ["spec", "containers", 0, "securityContext", "runAsUser"],
		"value": 0,
	}
}

test_pod_holds_for_a_container_without_value if {
	pods.effective(pods.containers(pod)[1], ["seccompProfile", "type"]) == {
		"path": ["spec", "securityContext", "seccompProfile", "type"],
		"value": "RuntimeDefault",
	}
}

test_neither_sets_it if {
	pods.effective(pods.containers(pod)[1], ["runAsNonRoot"]) == {
		"path": ["spec", "initContainers", 0, "securityContext", "runAsNonRoot"],
		"value": null,
	}
}

test_capabilities if {
	entry := pods.containers(pod)[0]
	pods.capabilities(entry, "add") == {"NET_RAW"}
	pods.capabilities(entry, "drop") == {"ALL"}
}

test_no_capabilities if pods.capabilities(pods.containers(pod)[1], "drop") == set()

test_service_account if {
	pods.service_account(pod) == "default"
	pods.service_account(object.union(pod, {"spec": {"serviceAccountName": "web"}})) == "web"
	pods.service_account(object.union(pod, {"spec": {"serviceAccount": "old"}})) == "old"
	pods.service_account(object.union(pod, {"spec": {"serviceAccountName": ""}})) == "default"
}

test_namespaces_using_default if {
	other := object.union(deployment, {
		"metadata": {"namespace": "bank"},
		"spec": {"template": {"spec": {"serviceAccountName": "web"}}},
	})
	resources := {"kubernetes_pod": [pod], "kubernetes_deployment": [other]}
	pods.namespaces_using_default == {"shop"} with input as {"resources": resources}
}

test_unmounted_service_accounts if {
	accounts := [
		{"metadata": {"name": "a", "namespace": "shop"}, "automountServiceAccountToken": false},
		{"metadata": {"name": "b", "namespace": "shop"}, "automountServiceAccountToken": true},
		{"metadata": {"name": "c", "namespace": "shop"}},
		{"metadata": {"name": 7}, "automountServiceAccountToken": false},
	]
	pods.unmounted_service_accounts == {"shop/a"} with input as {"resources": {"kubernetes_service_account": accounts}}
}
