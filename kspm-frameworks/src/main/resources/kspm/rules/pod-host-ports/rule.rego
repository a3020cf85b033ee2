package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := found if {
	found := {check |
		some entry in pods.containers(resource)
		some i, port in entry.container.ports
		check := port_check(entry, i, port)
	}
	count(found) > 0
} else := {verdict.check(array.concat(entry.path, ["ports"]), value, null, true) |
	some entry in pods.containers(resource)
	value := object.get(entry.container, "ports", null)
}

# On the node's network the API server fills in the container's port as the node's.
port_check(entry, i, port) := verdict.check(path, port.containerPort, "no port on the node's network", false) if {
	entry.pod.hostNetwork == true
	closed(port)
	port.containerPort
	path := array.concat(entry.path, ["ports", i, "containerPort"])
} else := verdict.check(path, object.get(port, "hostPort", null), null, closed(port)) if {
	path := array.concat(entry.path, ["ports", i, "hostPort"])
}

closed(port) := object.get(port, "hostPort", null) in {null, 0}
