package i
import rego.v1
p1 if input.x == 1
p1 if input.x == 2
p2 if { x := input.x; x == 1 }
p2 if { y := input.y; y == 1 }
p3 if 1 == input.x
p3 if input.x = 1
p3 if input.x != 1
p4 if input.x in {"a", "b"}
p4 if input.x in ["a", "b"]
p5 if startswith(input.x, "a")
p5 if endswith(input.x, "a")
p6 if glob.match("a:*", [":"], input.x)
p6 if glob.match("a:b", [":"], input.x)
p7 if input.x
p7 if not input.x
p8 if data.foo.x == 1
p8 if data.foo == 1
p9 if input.x == input.y
p9 if input.x > 1
p10 if input.x[_] == 1
p11 if input.x == [1, 2]
p12 if input.x == {"a": 1}
p12 if input.x == {1}
p13 if input.x == 1 with input as {"x": 1}
p13 if input.x.y.z == null
p14 if input["x"] == true
p14 if some x in input.x
p15 if { print("x"); input.x == 1 }
p15 if input.x == 1
p16 if count(input.x) == 1
p16 if input.x == "a" 
p16 if input.x == data.i.p1
p17 if "a" in input.x
p17 if input.x.y
p18 if { x = input.x; x = 3}
p18 if { [x, y] = [input.x, input.y]; x = 1; y = 3}
p19 if input == 3
p19 if input.x == ""
f(1) := 2
f(x) := 3 if x == 2
f([a, 2]) := 4
f({"a": b}) := 5 if b
f(x) := 7 if x.y == 1
f("z") := 8
f(x) := 9 if x in {1,2}
f(_) := 10 if false
g1 if f(1)
g2 if f(2)
g3 if f([1,2])
g4 if f([1,3])
g5 if f({"a":1})
g6 if f({"y":1})
g7 if f("y")
d1 := 1 if input.x == 1 else := 2 if input.x == 2
d1 := 3 if input.x == 3
default d1 := 3
s1 contains "a" if input.x == 1
s1 contains "b" if input.x == 2
s1 contains "c"
o1["a"] := 1 if input.x == 1
o1["b"] := 2
h(x, y) if { x == 1; y == 2 }
h(x, y) if { x == y }
g8 if h(1, 2)
g9 if h(2, 2)
