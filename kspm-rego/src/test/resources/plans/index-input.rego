package plans

# The first three care about the method, the last about nothing that is indexed.
default allow := false

allow if {
	input.method == "GET"
	input.path[0] == "public"
}

allow if {
	request := input
	request.method == "POST"
	"clerk" == request.user.role
}

allow if {
	input.method == "PUT"
	input.user.role == "admin"
}

allow if input.user.root
