package u
import rego.v1
z if { q := 1; w; q }
w if { q := 1; u; q }
u := v if { some v in [1,2] }
u := 3 if true
