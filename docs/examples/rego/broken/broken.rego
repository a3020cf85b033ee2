package broken

allow if {
	input.user == user
	startwith(input.path, "/public")
}
