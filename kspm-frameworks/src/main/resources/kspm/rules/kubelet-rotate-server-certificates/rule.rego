package datadog

import data.kspm.lib.evidence
import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubelet")
} else := "pass" if {
	node.gate_not_off(resource, "kubelet", "RotateKubeletServerCertificate")
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["effective", "kubelet", "feature-gates", "value", "RotateKubeletServerCertificate"], "not false"),
]
