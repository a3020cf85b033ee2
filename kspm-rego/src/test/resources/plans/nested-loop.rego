package plans

exposed contains pod.name if {
	some pod in input.pods
	some service in input.services
	pod.namespace == service.namespace
	service.selector[key] == pod.labels[key]
}
