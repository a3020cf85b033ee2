# What a rule looked at: a place in the resource's document, the value there (null when there is none) and what the rule wants.
package kspm.lib.evidence

at(resource, path, expected) := {"path": path, "value": object.get(resource, path, null), "expected": expected}
