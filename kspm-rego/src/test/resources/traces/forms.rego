package q
import rego.v1
a := [x | some x in [1,2,3]; x > 1]
b if { every x in [1,2] { x > 0 } }
c if { every k, x in {"a":1} { x > 1; k } }
d := 1 if false else := 2 if true else := 3
e if { not input.x; d == 2 }
f if { e with input as {"x":1} with data.foo as 3 }
g if e with input.y as 2
h contains x if { x := a[_]; not x == 2}
i if 2 in h
j[x].m := 5 if some x in ["u","v"]
l := data.q.j.u.m
m := data.q.j[_].m
fn(x) := y if { some z in [2,2]; y := z+x }
n if fn(1) == 3
o contains 1 if some x in [1,2]
