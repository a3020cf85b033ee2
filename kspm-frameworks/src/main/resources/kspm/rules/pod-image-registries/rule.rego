package datadog

import data.kspm.lib.pods
import data.kspm.lib.verdict

eval(resource) := verdict.of(checks(resource)) if {
	pods.judged(resource)
} else := "skip"

evidence(resource) := verdict.evidence(checks(resource))

checks(resource) := {check |
	count(data.kspm.parameters.allowed_registries) > 0
	some entry in pods.containers(resource)
	image := object.get(entry.container, "image", null)
	expected := data.kspm.parameters.allowed_registries
	check := verdict.check(array.concat(entry.path, ["image"]), image, expected, approved(image))
}

approved(image) if {
	some registry in data.kspm.parameters.allowed_registries
	within(full_name(image), trim_suffix(registry, "/"))
} else := false

# An image without a registry is one of Docker's.
full_name(image) := image if {
	parts := split(image, "/")
	count(parts) > 1
	is_host(parts[0])
} else := concat("/", ["docker.io", image]) if {
	contains(image, "/")
} else := concat("/", ["docker.io/library", image])

is_host(first) if contains(first, ".")

is_host(first) if contains(first, ":")

is_host("localhost")

# A registry, a path in it, or with an asterisk any beginning of a registry's name ("*.dkr.ecr.eu-west-1.amazonaws.com").
within(image, registry) if startswith(image, concat("", [registry, "/"]))

within(image, registry) if {
	startswith(registry, "*")
	host := split(image, "/")[0]
	endswith(host, trim_prefix(registry, "*"))
}
