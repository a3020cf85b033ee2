package plans

# The order inside one equation is found by the planner.
inner if {
	[x, y] = [[y], 1]
	x == [1]
}


taken := [a, b] if [a, {"b": b, "c": 3}] = input.pair
