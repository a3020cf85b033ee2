package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.unset(resource, "kubelet", "streaming-connection-idle-timeout")
} else := "pass" if {
	node.at_least(resource, "kubelet", "streaming-connection-idle-timeout", 1)
} else := "pass" if {
	defaulted(resource)
} else := "fail"

evidence(resource) := [
	node.setting(resource, "kubelet", "streaming-connection-idle-timeout", "more than 0"),
]

# In a file 0 means "not set", and the kubelet takes its default of four hours. As a flag it switches the timeout off.
defaulted(resource) if {
	setting := resource.effective.kubelet["streaming-connection-idle-timeout"]
	setting.value == 0
	setting.source in {"file", "dropin"}
}
