package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "pass" if {
	every type in data.kspm.parameters.log_types {
		type in enabled(resource)
	}
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["logging", "cluster_logging"], sprintf("enabled: %s", [concat(", ", data.kspm.parameters.log_types)])),
]

# Types are spread over several entries, each of which is on or off.
enabled(resource) := {type |
	some entry in resource.logging.cluster_logging
	entry.enabled == true
	some type in entry.types
}
