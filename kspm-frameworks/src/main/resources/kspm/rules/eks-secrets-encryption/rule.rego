package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "fail" if {
	count(keys(resource)) == 0
} else := "pass" if {
	some key in documents(resource)
	key.key_manager == "CUSTOMER"
	key.key_state == "Enabled"
} else := "fail" if {
	count(documents(resource)) > 0
} else := "skip"

evidence(resource) := [
	evidence.at(resource, ["encryption_config"], "secrets, with an enabled customer managed key"),
]

keys(resource) := {entry.provider.key_arn |
	some entry in resource.encryption_config
	"secrets" in entry.resources
}

documents(resource) := [key |
	some key in input.resources.aws_kms_key
	key.arn in keys(resource)
]
