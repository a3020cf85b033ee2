package plans

images contains value if {
	walk(input.spec, [path, value])
	path[count(path) - 1] == "image"
}
