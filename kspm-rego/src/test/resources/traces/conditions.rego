package i
import rego.v1
p1 if input.x[_] == 1
p2 if "a" in input.x
p3 if input.x[i] == 1
p4 if input.x[i] == {"a":1}
p5 if input.x[i].z == 1
p6 if 1 == input.x[_]
p7 if { some v in input.x; v == 1 }
p8 if { v := input.x[_]; v == "a" }
p9 if {1,2}[_] == input.x
p10 if [1,2][_] == input.x
p11 if {"a": 1, "b": 2}[_] == input.x
p12 if input.x in {"a": 1, "b": 2}
p13 if input.x in {"a", {"b"}}
p14 if input.x in {"a", input.y}
p15 if input.x in data.i.foo
foo := {1,2}
p16 if {"a","b"}[input.x]
p17 if [1,2][input.x]
p18 if "a" in input.x.y
p19 if not input.x == 1
p20 if input.x == 1.0
p21 if not "a" in input.x
p22 if "a","b" in input.x
p23 if input.x[0] == 1
p24 if input[_] == 1
p25 if {"a":1}[input.x] == 1
p26 if { true; 1 == 1; input.x == 1 }
p27 if { every v in input.x { v == 1} }
p28 if input.x == "a:b"
p29 if object.get(input, "x", 3) == 3
p30 if { x := {"a","b"}; input.x in x }
p31 if { x := "a"; input.x == x }
p32 if { x := "a"; x == input.x }
p33 if { x := ["a"]; input.x in x }
p34 if { some x in ["a", "b"]; input.x == x }
p35 if startswith(input.x.y, "a")
p36 if startswith("a:b:c", input.x)
p37 if strings.any_prefix_match(input.x, {"a"})
p38 if input.x == true
p39 if input.x == false
