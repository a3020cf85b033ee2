package plans

# Asked for one element, the body runs with the element known.
admins contains "root"

admins contains user if {
	some user in input.users
	user != "guest"
}

is_admin if admins[input.user]

is_member if input.user in admins
