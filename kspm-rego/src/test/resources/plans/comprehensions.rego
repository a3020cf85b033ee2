package plans

# The first two depend on no variable around them and are computed once.
privileged := {pod.name | some pod in input.pods; pod.privileged}

total := sum([c.memory | c := input.containers[_]])

by_owner[owner] := names if {
	some owner in input.owners
	names := {pod.name: pod.phase | some pod in input.pods; pod.owner == owner}
}
