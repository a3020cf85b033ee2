package plans

# A function's argument is as good as the input; an else chain counts for each of its constants.
level("critical") := 5

level("high") := 4

level(word) := 3 if {
	word == "medium"
} else := 2 if {
	word == "low"
}
