package plans

allowed if input.user == "root"

now := time.now_ns()

fixed := 1

test if {
	allowed with input.user as "root"
	not allowed with input as {"user": input.other}
	now == 1 with time.now_ns as fixed
	data.roles.admin == "x" with data.roles as {"admin": "x"}
}
