package datadog

import data.kspm.lib.node

eval(resource) := "skip" if {
	not node.running(resource, "kubeProxy")
} else := "pass" if {
	chosen(resource)
	loopback(node.value(resource, "kubeProxy", "metrics-bind-address"))
} else := "fail" if {
	chosen(resource)
} else := "fail" if {
	some address in in_pod(resource)
	not loopback(address)
} else := "pass"

evidence(resource) := [
	node.setting(resource, "kubeProxy", "metrics-bind-address", "a loopback address"),
]

# Set by a flag or by a file of the node.
chosen(resource) if {
	node.present(resource, "kubeProxy", "metrics-bind-address")
	not is_default(resource.effective.kubeProxy["metrics-bind-address"])
}

is_default(setting) if setting.source == "default"

# kube-proxy in a pod reads its file from a config map, which is not on the node.
in_pod(resource) := [address |
	node.given(resource, "kubeProxy", "config")
	some map in input.resources.kubernetes_config_map
	map.metadata.namespace == "kube-system"
	map.metadata.name == "kube-proxy"
	some text in map.data
	address := yaml.unmarshal(text).metricsBindAddress
]

loopback(address) if {
	some prefix in {"127.", "[::1]", "::1", "localhost:"}
	startswith(address, prefix)
}

loopback("")
