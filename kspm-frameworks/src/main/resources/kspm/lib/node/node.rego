# Settings and files of a node document. Rules read `effective` only: what holds after flags, drop-ins, config file and defaults.
package kspm.lib.node

import data.kspm.lib.evidence

# The component's process was found on the node.
running(resource, component) if is_object(resource.effective[component])

# Undefined when the setting is neither given nor has a default.
value(resource, component, name) := resource.effective[component][name].value

present(resource, component, name) if {
	[_] = [resource.effective[component][name]]
}

# Neither given nor defaulted, or given without a value.
unset(resource, component, name) if not present(resource, component, name)

unset(resource, component, name) if value(resource, component, name) == ""

unset(resource, component, name) if value(resource, component, name) == []

# A text with something in it: a path, an address, a name.
given(resource, component, name) if {
	text := value(resource, component, name)
	is_string(text)
	trim_space(text) != ""
}

has_item(resource, component, name, item) if {
	items := value(resource, component, name)
	is_array(items)
	item in items
}

# A list that is there, may be empty, and does not name the item. Anything but a list is not known to lack it.
lacks_item(resource, component, name, _) if unset(resource, component, name)

lacks_item(resource, component, name, item) if {
	items := value(resource, component, name)
	is_array(items)
	not item in items
}

# A list with at least one item and none outside the allowed ones.
only_items(resource, component, name, allowed) if {
	items := value(resource, component, name)
	is_array(items)
	count(items) > 0
	every item in items {
		item in allowed
	}
}

at_least(resource, component, name, limit) if {
	number := value(resource, component, name)
	is_number(number)
	number >= limit
}

# A feature gate is on or has its default; gates that are not a boolean are neither.
gate_not_off(resource, component, _) if unset(resource, component, "feature-gates")

gate_not_off(resource, component, gate) if {
	gates := value(resource, component, "feature-gates")
	is_object(gates)
	object.get(gates, gate, true) == true
}

setting(resource, component, name, expected) := evidence.at(
	resource,
	["effective", component, name, "value"],
	expected,
)

# The files of a role; one that is not a list is kept as it is, so that no condition holds for it.
files(resource, role) := resource.effective.files[role]

no_files(resource, role) if not listed(resource, role)

no_files(resource, role) if files(resource, role) == []

listed(resource, role) if [_] = [files(resource, role)]

# Every file's permission bits are among those of the limit ("0600"): compared as bits, never as numbers.
modes_within(resource, role, limit) if {
	list := files(resource, role)
	is_array(list)
	every file in list {
		moded(file, limit)
	}
}

within(mode, limit) if {
	is_number(mode)
	bits.and(mode, bits.negate(octal(limit))) == 0
}

octal(text) := sum([place |
	some i, digit in split(text, "")
	place := to_number(digit) * [1, 8, 64, 512, 4096][(count(text) - i) - 1]
]) if {
	count(text) in {1, 2, 3, 4, 5}
	every digit in split(text, "") {
		digit in {"0", "1", "2", "3", "4", "5", "6", "7"}
	}
}

owned_by(resource, role, users, groups) if {
	list := files(resource, role)
	is_array(list)
	every file in list {
		owned(file, users, groups)
	}
}

# Evidence: the files that break the rule, or all of them when none does.
mode_evidence(resource, role, limit) := file_evidence(
	resource, role, {i |
		some i, file in files(resource, role)
		not within(file.mode, limit)
	},
	["mode"], sprintf("no bits beyond %s", [limit]),
)

owner_evidence(resource, role, users, groups) := file_evidence(
	resource, role, {i |
		some i, file in files(resource, role)
		not owned(file, users, groups)
	},
	["user", "group"], {"user": users, "group": groups},
)

moded(file, limit) if within(file.mode, limit)

owned(file, users, groups) if {
	file.user in users
	file.group in groups
}

file_evidence(resource, role, offenders, keys, expected) := {entry |
	some i, _ in files(resource, role)
	shown(i, offenders)
	some key in keys
	entry := evidence.at(resource, ["effective", "files", role, i, key], wanted(expected, key))
} if {
	is_array(files(resource, role))
} else := {evidence.at(resource, ["effective", "files", role], expected)}

shown(i, offenders) if i in offenders

shown(_, offenders) if count(offenders) == 0

wanted(expected, key) := expected[key] if is_object(expected)

wanted(expected, _) := expected if not is_object(expected)
