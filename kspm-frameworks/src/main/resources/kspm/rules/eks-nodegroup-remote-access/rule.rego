package datadog

import data.kspm.lib.evidence

eval(resource) := "skip" if {
	not remote(resource)
} else := "pass" if {
	is_array(resource.remote_access.source_security_groups)
	count(resource.remote_access.source_security_groups) > 0
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["remote_access", "source_security_groups"], "security groups that may connect"),
]

remote(resource) if "ec2_ssh_key" in object.keys(resource.remote_access)
