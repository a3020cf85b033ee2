package datadog

import data.kspm.lib.system

eval(resource) := "skip" if {
	not has_identity(resource)
} else := "skip" if {
	system.namespace(system.namespace_of(resource))
} else := "fail" if {
	resource.metadata.name == "default"
} else := "pass"

evidence(resource) := {{
	"path": ["metadata", "name"],
	"value": resource.metadata.name,
	"expected": "an account other than default",
}}

has_identity(resource) if {
	some annotation in data.kspm.parameters.identity_annotations
	resource.metadata.annotations[annotation]
}

has_identity(resource) if concat("/", [resource.metadata.namespace, resource.metadata.name]) in associated

associated := {name |
	some association in input.resources.aws_eks_pod_identity_association
	name := concat("/", [association.namespace, association.service_account])
}
