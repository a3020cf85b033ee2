package datadog

import data.kspm.lib.cloud
import data.kspm.lib.evidence

eval(resource) := "skip" if {
	cloud.registered(resource)
} else := "fail" if {
	count(exposures(resource)) > 0
} else := "skip" if {
	count(subnets(resource)) == 0
	count(instances(resource)) == 0
} else := "pass" if {
	every id in subnets(resource) {
		some subnet in input.resources.aws_subnet
		subnet.subnet_id == id
		subnet.map_public_ip_on_launch == false
		count(tables(subnet)) > 0
	}
} else := "skip"

evidence(resource) := [
	evidence.at(resource, ["name"], sprintf("no public addresses; found %v", [exposures(resource)])),
]

subnets(resource) := {id |
	some group in cloud.children("aws_eks_nodegroup", resource)
	some id in group.subnets
}

# Self-managed nodes too: their tags name the cluster.
instances(resource) := [instance |
	some instance in input.resources.aws_ec2_instance
	some tag in instance.tags
	tag in {
		sprintf("eks:cluster-name:%v", [resource.name]),
		sprintf("kubernetes.io/cluster/%v:owned", [resource.name]),
	}
]

exposures(resource) := ({sprintf("%v assigns public addresses", [subnet.subnet_id]) |
	some subnet in input.resources.aws_subnet
	subnet.subnet_id in subnets(resource)
	subnet.map_public_ip_on_launch == true
} | {sprintf("%v has a route to %v", [subnet.subnet_id, route.gateway_id]) |
	some subnet in input.resources.aws_subnet
	subnet.subnet_id in subnets(resource)
	some table in tables(subnet)
	some route in table.routes
	startswith(route.gateway_id, "igw-")
}) | {sprintf("%v has a public address", [instance.instance_id]) |
	some instance in instances(resource)
	instance.public_ip_address != null
}

# The table of the subnet, or the main table of its network when it has none.
tables(subnet) := own if {
	own := associated(subnet)
	count(own) > 0
} else := [table |
	some table in input.resources.aws_route_table
	table.vpc_id == subnet.vpc_id
	some association in table.associations
	association.main == true
]

associated(subnet) := [table |
	some table in input.resources.aws_route_table
	some association in table.associations
	association.subnet_id == subnet.subnet_id
]
