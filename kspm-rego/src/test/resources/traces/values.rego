package n
import rego.v1
a.b := 1
a.c.d if true
e if a.b
g if a.c.d
s2 contains "a" if input.zz
o2[x] := 1 if { x := input.zz; x }
h if { x = 1; input.x = x }
i if { input.x = x; x = 1 }
j if { x = input.x; x = 1 }
k if { x = 1; x = input.x }
f(x) := 3 if x == 2
f(x) := 9 if x in {1,2}
l if f(2)
m := f(2)
ff := 1 if input.a == 1
ff := 2 if input.a == 2
u := v if { v := 1 }
u := 2 if true
w if u
y if { not u }
x := u
