# What belongs to Kubernetes or its provider; all of it comes from rule parameters.
package kspm.lib.system

namespace(name) if name in data.kspm.parameters.system_namespaces

# The namespace of an object, empty when it has none.
namespace_of(resource) := name if {
	name := resource.metadata.namespace
	is_string(name)
} else := ""

subject(name) if matches(name, data.kspm.parameters.system_subjects)

role(name) if matches(name, data.kspm.parameters.system_roles)

# A pattern is a name, or a beginning followed by one asterisk.
matches(name, patterns) if {
	some pattern in patterns
	pattern == name
}

matches(name, patterns) if {
	some pattern in patterns
	endswith(pattern, "*")
	startswith(name, trim_suffix(pattern, "*"))
}
