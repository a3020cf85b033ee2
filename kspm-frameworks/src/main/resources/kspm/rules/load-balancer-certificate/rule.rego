package datadog

import data.kspm.lib.verdict

prefix := "service.beta.kubernetes.io/aws-load-balancer-"

cert := concat("", [prefix, "ssl-cert"])

ssl_ports := concat("", [prefix, "ssl-ports"])

eval(resource) := verdict.of(checks(resource)) if {
	resource.spec.type == "LoadBalancer"
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {verdict.check(["metadata", "annotations", cert], value, "a certificate", certified(resource, port)) |
	value := object.get(resource, ["metadata", "annotations", cert], null)
	some port in resource.spec.ports
	https(port)
}

https(port) if port.port in data.kspm.parameters.https_ports

https(port) if port.name == "https"

# Without a list of ports the certificate serves them all.
certified(resource, port) if {
	resource.metadata.annotations[cert] != ""
	listed := object.get(resource, ["metadata", "annotations", ssl_ports], "*")
	served := {trim_space(one) | some one in split(listed, ",")}
	count(served & {"*", sprintf("%v", [port.port]), object.get(port, "name", "*")}) > 0
} else := false
