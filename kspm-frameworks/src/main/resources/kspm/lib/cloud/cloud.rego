# Clusters of a cloud and what hangs on them.
package kspm.lib.cloud

# A cluster that runs elsewhere and is only shown in EKS: nothing of its control plane is AWS's.
registered(cluster) if is_object(cluster.connector_config)

# Ids of Azure differ in case from service to service.
same_id(a, b) if lower(a) == lower(b)

# The documents of another type that belong to this cluster.
children(type, cluster) := [child |
	some child in input.resources[type]
	child_of(child, cluster)
]

child_of(child, cluster) if same_id(child.cluster_id, cluster.id)

child_of(child, cluster) if child.cluster_arn == cluster.arn

child_of(child, cluster) if {
	is_string(cluster.arn)
	not child.cluster_arn
	child.cluster_name == cluster.name
	same_account(child, cluster)
}

same_account(child, cluster) if child.account_id == cluster.account_id

same_account(child, _) if not child.account_id

same_account(_, cluster) if not cluster.account_id

# A list of address ranges that is not empty, each of them a range and none wider than the prefix allows.
closed_ranges(ranges, widest) if {
	is_array(ranges)
	count(ranges) > 0
	every range in ranges {
		closed_range(range, widest)
	}
}

closed_range(range, widest) if {
	[first, prefix] := split(range, "/")
	address(first)
	regex.match(`^[0-9]{1,3}$`, prefix)
	to_number(prefix) >= widest
}

closed_range(range, _) if address(range)

# The providers have checked the numbers; what matters is that it is an address and no word.
address(text) if regex.match(`^[0-9]{1,3}([.][0-9]{1,3}){3}$`, text)

address(text) if regex.match(`^[0-9a-fA-F]*:[0-9a-fA-F:.]+$`, text)
