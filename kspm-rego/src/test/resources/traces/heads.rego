package o
import rego.v1
a.b := 1
a.c if true
a.d.e := 1
a.f = true
a["g"] := 3
