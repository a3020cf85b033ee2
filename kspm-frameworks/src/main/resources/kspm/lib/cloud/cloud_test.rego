package kspm.lib.cloud_test

import data.kspm.lib.cloud

arn := "arn:aws:eks:eu-central-1:123456789012:cluster/shop"

eks := {"arn": arn, "name": "shop", "account_id": "123456789012"}

test_same_id if {
	cloud.same_id("/Subscriptions/A", "/subscriptions/a")
	not cloud.same_id("/subscriptions/a", "/subscriptions/b")
	not cloud.same_id(input.id, "/subscriptions/a") with input.id as null
}

test_child_by_arn if {
	cloud.child_of({"cluster_arn": arn, "cluster_name": "other"}, eks)
	not cloud.child_of({"cluster_arn": "arn:x", "cluster_name": "shop"}, eks)
}

test_child_by_name_in_the_account if {
	cloud.child_of({"cluster_name": "shop"}, eks)
	cloud.child_of({"cluster_name": "shop", "account_id": "123456789012"}, eks)
	cloud.child_of({"cluster_name": "shop", "account_id": "1"}, {"arn": arn, "name": "shop"})
	not cloud.child_of({"cluster_name": "shop", "account_id": "1"}, eks)
	not cloud.child_of({"cluster_name": "other"}, eks)
	not cloud.child_of({"cluster_name": "shop"}, {"name": "shop"})
}

test_child_by_id if {
	cloud.child_of({"cluster_id": "/A/B"}, {"id": "/a/b"})
	not cloud.child_of({"cluster_id": "/A/C"}, {"id": "/a/b"})
}

test_children if {
	cloud.children("t", eks) == [{"cluster_name": "shop"}] with input.resources.t as [{"cluster_name": "shop"}, {"cluster_name": "x"}, null, "text"]
	cloud.children("t", eks) == [] with input.resources as {}
}

test_registered if {
	cloud.registered({"connector_config": {"provider": "OTHER"}})
	not cloud.registered({"connector_config": null})
	not cloud.registered({})
}

test_closed_ranges if {
	cloud.closed_ranges(["192.0.2.0/24", "10.0.0.0/8", "2001:db8::/32", "192.0.2.1", "2001:db8::1"], 8)
	not cloud.closed_ranges(["192.0.2.0/24", "0.0.0.0/0"], 8)
	not cloud.closed_ranges(["::/0"], 8)
	not cloud.closed_ranges(["128.0.0.0/1"], 8)
	cloud.closed_ranges(["128.0.0.0/1"], 1)
	not cloud.closed_ranges(["everywhere"], 8)
	not cloud.closed_ranges(["fe80:everywhere"], 8)
	not cloud.closed_ranges(["192.0.2.0/all"], 8)
	not cloud.closed_ranges(["192.0.2.0/24/8"], 8)
	not cloud.closed_ranges(["everywhere/24"], 8)
	not cloud.closed_ranges([1], 8)
	not cloud.closed_ranges([], 8)
	not cloud.closed_ranges("192.0.2.0/24", 8)
}
