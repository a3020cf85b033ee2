package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	some rule in rules
	rule.scan_frequency in {"SCAN_ON_PUSH", "CONTINUOUS_SCAN"}
	covers(rule, resource.repository_name)
} else := "fail" if {
	enhanced
} else := "pass" if {
	resource.image_scanning_configuration.scan_on_push == true
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["image_scanning_configuration", "scan_on_push"], "true, or a scanning rule of the registry"),
]

# The configuration of the registry, as the answer has it or lifted up.
settings contains config.scanning_configuration if {
	some config in input.resources.aws_ecr_registry_scanning_configuration
}

settings contains config if some config in input.resources.aws_ecr_registry_scanning_configuration

rules := [rule |
	some setting in settings
	some rule in setting.rules
]

# With enhanced scanning the rules alone count.
enhanced if {
	some setting in settings
	setting.scan_type == "ENHANCED"
}

covers(rule, name) if {
	some entry in rule.repository_filters
	glob.match(entry.filter, null, name)
}

# A filter without an asterisk matches each name that has it inside.
covers(rule, name) if {
	some entry in rule.repository_filters
	contains(name, entry.filter)
}
