package datadog

eval(resource) := "fail" if {
	resource.metadata.name == "default"
	count(user_namespaces) == 0
} else := "pass" if {
	resource.metadata.name in user_namespaces
} else := "skip"

evidence(resource) := {{
	"path": ["metadata", "name"],
	"value": resource.metadata.name,
	"expected": "namespaces beside those that every cluster has",
}}

user_namespaces := {name |
	some namespace in input.resources.kubernetes_namespace
	name := namespace.metadata.name
	not name in data.kspm.parameters.built_in_namespaces
}
