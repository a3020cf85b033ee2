package admission_test

import data.admission

pod(containers) := {"spec": {"containers": containers}}

good := {"name": "app", "image": "registry.example.com/app:1"}

test_good_pods_are_allowed if {
	admission.allow with input as pod([good])
}

test_privileged_containers_are_denied if {
	bad := object.union(good, {"securityContext": {"privileged": true}})
	admission.deny == {"app: is privileged"} with input as pod([good, bad])
}

test_other_registries_are_denied if {
	bad := object.union(good, {"image": "docker.io/app:1"})
	not admission.allow with input as pod([bad])
}
