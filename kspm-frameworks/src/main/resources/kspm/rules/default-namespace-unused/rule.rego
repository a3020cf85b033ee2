package datadog

import data.kspm.lib.system

eval(resource) := "skip" if {
	system.namespace_of(resource) != "default"
} else := "skip" if {
	resource.resource_type in data.kspm.parameters.guarding_types
} else := "pass" if {
	name := concat("/", [resource.resource_type, resource.metadata.name])
	system.matches(name, data.kspm.parameters.built_in_objects)
} else := "fail"

evidence(resource) := {{
	"path": ["metadata", "namespace"],
	"value": resource.metadata.namespace,
	"expected": "a namespace of its application",
}}
