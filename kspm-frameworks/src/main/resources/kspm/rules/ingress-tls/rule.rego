package datadog

import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	is_object(resource.spec)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {verdict.check(["spec", "tls"], value, "a certificate", certified(resource))} if {
	resource.resource_type == "kubernetes_ingress"
	value := object.get(resource, ["spec", "tls"], null)
} else := {verdict.check(["spec", "listeners", i, "tls"], value, "a certificate", secure(listener)) |
	some i, listener in resource.spec.listeners
	listener.protocol in {"HTTP", "HTTPS", "TLS"}
	value := object.get(listener, "tls", null)
}

certified(resource) if {
	count(resource.spec.tls) > 0
} else if {
	some annotation in data.kspm.parameters.certificate_annotations
	resource.metadata.annotations[annotation]
} else := false

secure(listener) if {
	listener.protocol != "HTTP"
	count(listener.tls.certificateRefs) > 0
} else if {
	listener.tls.mode == "Passthrough"
} else := false
