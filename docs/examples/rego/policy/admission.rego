# METADATA
# title: Which pods may run
package admission

default allow := false

allow if count(deny) == 0

deny contains message if {
	some container in input.spec.containers
	not from_known_registry(container.image)
	message := sprintf("%s: image %s is from no known registry", [container.name, container.image])
}

deny contains message if {
	some container in input.spec.containers
	container.securityContext.privileged
	message := $"{container.name}: is privileged"
}

from_known_registry(image) if {
	some registry in data.registries
	startswith(image, concat("", [registry, "/"]))
}
