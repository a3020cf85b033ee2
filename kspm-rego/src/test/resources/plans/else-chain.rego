package plans

verdict := "pass" if {
	input.mode == "strict"
	count(input.errors) == 0
} else := "skip" if {
	not input.mode
} else := "fail"
