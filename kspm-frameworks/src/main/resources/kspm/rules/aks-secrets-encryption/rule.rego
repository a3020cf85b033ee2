package datadog

import data.kspm.lib.evidence

eval(resource) := "pass" if {
	resource.security_profile.azure_key_vault_kms.enabled == true
	is_string(resource.security_profile.azure_key_vault_kms.key_id)
	resource.security_profile.azure_key_vault_kms.key_id != ""
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["security_profile", "azure_key_vault_kms", "enabled"], true),
	evidence.at(resource, ["security_profile", "azure_key_vault_kms", "key_id"], "a key"),
]
