package datadog

import data.kspm.lib.admission
import data.kspm.lib.system

eval(resource) := "skip" if {
	system.namespace(resource.metadata.name)
} else := "pass" if {
	admission.enforced(resource)
} else := "pass" if {
	admission.covered(resource)
} else := "fail" if {
	resource.metadata.name
} else := "skip"

evidence(resource) := {{
	"path": ["metadata", "labels", admission.enforce_label],
	"value": object.get(resource, ["metadata", "labels", admission.enforce_label], null),
	"expected": "baseline or restricted, or a policy engine or admission policy for its pods",
}}
