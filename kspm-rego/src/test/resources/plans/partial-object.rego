package plans

owners[namespace][kind] contains name if {
	some object in input.objects
	namespace := object.metadata.namespace
	kind := object.kind
	name := object.metadata.name
}

# Beside open keys a default comes to nothing.
default limits.cpu := 1

limits[name] := amount if some name, amount in input.limits
