package i
import rego.v1
a(1) := 2
a("z") := 3
ga1 if a(1)
ga2 if a(2)
b(x) := 3 if x == 2
b(x) := 3 if x == 3
gb1 if b(2)
gb2 if b(5)
c([a, 2]) := 4
c([_, 3]) := 4
gc1 if c([1,2])
gc2 if c([1,3])
d({"a": b}) := 5 if b
d({"b": b}) := 5 if b
gd1 if d({"a":1})
e(x) := 7 if x.y == 1
e(x) := 7 if x.y == 2
ge1 if e({"y":1})
ge2 if e({"z":1})
ge3 if e("a")
k(x) := 9 if x in {1,2}
k(x) := 9 if x in {3}
gk1 if k(1)
gk2 if k(4)
l(x) := x if x == 2
l(_) := 10 if false
l(x) := x if startswith(x, "a")
gl1 if l(2)
gl2 if l("a")
gl3 if l(3)
m(1) := 2
m(x) := 3 if x == 2
m([a, 2]) := 4
gm1 if m(1)
gm2 if m(2)
gm3 if m([1,2])
n(x, y) := 1 if { x == 1; y == 1 }
n(x, y) := 2 if { x == 1; y == 2 }
n(x, _) := 3 if x == 2
gn1 if n(1,1)
gn2 if n(1,2)
gn3 if n(2,2)
gn4 if n(3,2)
gn5 if n(1,3)
o(x) := 1 if x == 1
o(x) := 1 if x in {1,2}
go1 if o(1)
go2 if o(2)
go3 if o(3)
p(x) := 1 if x in {1,2}
p(x) := 1 if x in {1,4}
p(1) := 1
p(_) := 2
gp1 if p(1)
gp2 if p(2)
gp3 if p(3)
f(1) := 2
f("z") := 8
f([a, 2]) := 4
gf1 if f(1)
gf2 if f("z")
gf3 if f([1,2])
gf4 if f([1,3])
q(1) := 2
q("z") := 8
q({"a": b}) := 5 if b
gq1 if q(1)
gq2 if q("z")
gq3 if q({"a":1})
