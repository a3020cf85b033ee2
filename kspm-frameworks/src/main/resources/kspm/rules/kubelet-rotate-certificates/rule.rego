package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.value(resource, "kubelet", "rotate-certificates") == true
} else := "pass" if {
	input.main_resource_type in data.kspm.parameters.images_without_certificate
	not_set(resource)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "rotate-certificates", true),
]

not_set(resource) if node.unset(resource, "kubelet", "rotate-certificates")

not_set(resource) if resource.effective.kubelet["rotate-certificates"].source == "default"
