package datadog

import data.kspm.lib.evidence
import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeControllerManager")
} else := "pass" if {
	node.gate_not_off(resource, "kubeControllerManager", "RotateKubeletServerCertificate")
} else := "fail"

evidence(resource) := [
	evidence.at(resource, ["effective", "kubeControllerManager", "feature-gates", "value", "RotateKubeletServerCertificate"], "not false"),
]
