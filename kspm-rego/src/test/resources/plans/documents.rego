package plans

a.one := 1

a.two := 2

f(x) := x + 1

whole := data.plans.a

each contains value if value := data.plans.a[name]

known := data.plans.a[input.name]

base := data.roles[input.user].rights[_]

called := f(data.plans.a.one)
