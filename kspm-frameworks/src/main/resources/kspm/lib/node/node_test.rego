package kspm.lib.node_test

import data.kspm.lib.node

doc := {"effective": {
	"kubelet": {
		"anonymous-auth": {"value": false, "source": "file", "path": "/var/lib/kubelet/config.yaml"},
		"client-ca-file": {"value": "/etc/kubernetes/pki/ca.crt", "source": "flag", "path": null},
		"hostname-override": {"value": "", "source": "flag", "path": null},
		"tls-cipher-suites": {"value": ["A", "B"], "source": "flag", "path": null},
		"register-with-taints": {"value": [], "source": "flag", "path": null},
		"feature-gates": {"value": {"On": true, "Off": false, "Odd": "true"}, "source": "flag", "path": null},
		"max-pods": {"value": 110, "source": "default", "path": null},
		"broken": "text",
		"nothing": null,
	},
	"etcd": null,
	"files": {
		"good": [{"path": "/a", "user": "root", "group": "root", "mode": 384}, {"path": "/b", "user": "root", "group": "root", "mode": 256}],
		"bad": [{"path": "/a", "user": "root", "group": "root", "mode": 384}, {"path": "/b", "user": "1000", "group": "root", "mode": 388}],
		"odd": [{"path": "/a", "user": 0, "group": null, "mode": "0600"}],
		"text": "/a",
		"none": [],
		"nothing": null,
	},
}}

test_running if {
	node.running(doc, "kubelet")
	not node.running(doc, "etcd")
	not node.running(doc, "kubeProxy")
	not node.running({}, "kubelet")
	not node.running({"effective": "text"}, "kubelet")
}

test_value if {
	node.value(doc, "kubelet", "anonymous-auth") == false
	not node.value(doc, "kubelet", "broken")
	not node.value(doc, "kubelet", "absent")
}

test_unset if {
	node.unset(doc, "kubelet", "absent")
	node.unset(doc, "kubelet", "hostname-override")
	node.unset(doc, "kubelet", "register-with-taints")
	not node.unset(doc, "kubelet", "anonymous-auth")
	not node.unset(doc, "kubelet", "nothing")
	not node.unset(doc, "kubelet", "broken")
}

test_given if {
	node.given(doc, "kubelet", "client-ca-file")
	not node.given(doc, "kubelet", "hostname-override")
	not node.given(doc, "kubelet", "anonymous-auth")
	not node.given(doc, "kubelet", "broken")
	not node.given(doc, "kubelet", "absent")
}

test_lists if {
	node.has_item(doc, "kubelet", "tls-cipher-suites", "A")
	not node.has_item(doc, "kubelet", "tls-cipher-suites", "C")
	not node.has_item(doc, "kubelet", "client-ca-file", "A")
	node.lacks_item(doc, "kubelet", "tls-cipher-suites", "C")
	node.lacks_item(doc, "kubelet", "absent", "C")
	not node.lacks_item(doc, "kubelet", "tls-cipher-suites", "A")
	not node.lacks_item(doc, "kubelet", "client-ca-file", "A")
	not node.lacks_item(doc, "kubelet", "broken", "A")
	node.only_items(doc, "kubelet", "tls-cipher-suites", ["A", "B", "C"])
	not node.only_items(doc, "kubelet", "tls-cipher-suites", ["A"])
	not node.only_items(doc, "kubelet", "register-with-taints", ["A"])
	not node.only_items(doc, "kubelet", "absent", ["A"])
}

test_at_least if {
	node.at_least(doc, "kubelet", "max-pods", 110)
	not node.at_least(doc, "kubelet", "max-pods", 111)
	not node.at_least(doc, "kubelet", "client-ca-file", 1)
	not node.at_least(doc, "kubelet", "absent", 1)
}

test_gates if {
	node.gate_not_off(doc, "kubelet", "On")
	node.gate_not_off(doc, "kubelet", "Unknown")
	node.gate_not_off(doc, "kubeProxy", "On")
	not node.gate_not_off(doc, "kubelet", "Off")
	not node.gate_not_off(doc, "kubelet", "Odd")
	not node.gate_not_off({"effective": {"kubelet": {"feature-gates": {"value": "On=true"}}}}, "kubelet", "On")
}

test_setting if {
	got := node.setting(doc, "kubelet", "max-pods", 1)
	got == {"path": ["effective", "kubelet", "max-pods", "value"], "value": 110, "expected": 1}
}

test_octal if {
	node.octal("0600") == 384
	node.octal("644") == 420
	node.octal("7") == 7
	node.octal("17777") == 8191
	not node.octal("0800")
	not node.octal("")
}

test_bits_not_numbers if {
	node.within(384, "0600")
	node.within(256, "0600")
	node.within(0, "0600")
	not node.within(63, "0600")
	not node.within(385, "0600")
	not node.within(2432, "0600")
	not node.within("0600", "0600")
	not node.within(1.5, "0600")
}

test_files if {
	node.no_files(doc, "none")
	node.no_files(doc, "absent")
	not node.no_files(doc, "good")
	not node.no_files(doc, "text")
	not node.no_files(doc, "nothing")
	node.modes_within(doc, "good", "0600")
	not node.modes_within(doc, "bad", "0600")
	not node.modes_within(doc, "odd", "0600")
	not node.modes_within(doc, "text", "0600")
	not node.modes_within(doc, "nothing", "0600")
	node.owned_by(doc, "good", ["root"], ["root"])
	not node.owned_by(doc, "bad", ["root"], ["root"])
	not node.owned_by(doc, "odd", ["root"], ["root"])
	not node.owned_by(doc, "text", ["root"], ["root"])
}

test_mode_evidence if {
	node.mode_evidence(doc, "bad", "0600") == {{
		"path": ["effective", "files", "bad", 1, "mode"],
		"value": 388,
		"expected": "no bits beyond 0600",
	}}
	count(node.mode_evidence(doc, "good", "0600")) == 2
	node.mode_evidence({"effective": {"files": {"r": [{"path": "/a"}]}}}, "r", "0600") == {{
		"path": ["effective", "files", "r", 0, "mode"],
		"value": null,
		"expected": "no bits beyond 0600",
	}}
	node.mode_evidence(doc, "text", "0600") == {{
		"path": ["effective", "files", "text"],
		"value": "/a",
		"expected": "no bits beyond 0600",
	}}
}

test_owner_evidence if {
	node.owner_evidence(doc, "bad", ["root", "0"], ["root"]) == {
		{"path": ["effective", "files", "bad", 1, "user"], "value": "1000", "expected": ["root", "0"]},
		{"path": ["effective", "files", "bad", 1, "group"], "value": "root", "expected": ["root"]},
	}
	count(node.owner_evidence(doc, "good", ["root"], ["root"])) == 4
}
