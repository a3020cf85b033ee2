package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "pass" if {
	some setting in cloud.children("azure_diagnostic_setting", resource)
	has_destination(setting)
	some log in setting.logs
	log.enabled == true
	audits(log)
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["id"], "a diagnostic setting for kube-audit or kube-audit-admin with a destination"),
]

has_destination(setting) if {
	some key in ["workspace_id", "storage_account_id", "event_hub_authorization_rule_id"]
	is_string(setting[key])
	setting[key] != ""
}

audits(log) if log.category in data.kspm.parameters.categories

audits(log) if lower(log.category_group) in {"audit", "alllogs"}
