package plans

sound if {
	not input.disabled
	every name, container in input.containers {
		container.image != ""
		not startswith(name, "tmp-")
	}
}
