package r
import rego.v1
n2 if fn2(1) == 3
fn2(x) := 3 if x == 1
fn2(x) := 3 if x < 2
fn2(x) := 4 if x > 2
u if data.r.undef
undef := 1 if input.zz
u2 if { not data.r.undef; not data.r.undef }
s contains x if some x in ["a","b","a"]
s contains "c"
t if s.a
t2 if { "b" in s; s.b; s.c; s[x]; x == "a" }
t3 if { s.b; s.b; s.zz; s.a }
t4 if { s.b; s.b; not s.zz; s.a; not s.zz; s }
ev if { every x in [1,2,3] { x < 2 } }
ev2 if { every x in [] { x < 2 } }
ev3 if { every x in input.foo { x < 2 } }
ng2 if not input.x with input as {"x": false}
ng3 if not f1(1)
f1(x) := false if x == 1
f1(x) := true if x == 2
f2 if f1(1)
f3 if f1(2)
tr if { trace("hello"); trace(sprintf("%d", [3])) }
o1[x] := y if some x, y in {"a": 1, "b": 2}
o2 if o1.a == 1
o3 if { o1.b == 2; o1.b == 2; o1.c == 3}
