package kspm.lib.iam_test

import data.kspm.lib.iam

allow(action) := {"Statement": [{"Effect": "Allow", "Action": action, "Resource": "*"}]}

pull := ["ecr:BatchGetImage", "ecr:Get*"]

test_text_or_object if {
	iam.document(`{"Statement": []}`) == {"Statement": []}
	iam.document({"Statement": []}) == {"Statement": []}
	not iam.document("no json")
	not iam.document("[]")
	not iam.document(null)
}

test_one_statement_or_many if {
	count(iam.allowing({"Statement": {"Effect": "Allow", "Action": "ecr:*"}})) == 1
	count(iam.allowing({"Statement": [{"Effect": "Allow"}, {"Effect": "Deny"}]})) == 1
	iam.allowing({}) == []
	iam.allowing(null) == []
}

test_actions_beyond if {
	iam.actions_beyond(allow(["ecr:BatchGetImage", "ECR:GetDownloadUrlForLayer", "ecr:Get*", "ec2:*"]), "ecr", pull) == set()
	iam.actions_beyond(allow("ecr:PutImage"), "ecr", pull) == {"ecr:PutImage"}
	iam.actions_beyond(allow("ecr:*"), "ecr", pull) == {"ecr:*"}
	iam.actions_beyond(allow("*"), "ecr", pull) == {"*"}
	iam.actions_beyond(allow("*:*"), "ecr", pull) == {"*:*"}
	iam.actions_beyond(allow([1, null]), "ecr", pull) == set()
}

test_not_action if {
	iam.actions_beyond({"Statement": {"Effect": "Allow", "NotAction": "iam:*"}}, "ecr", pull) == {"NotAction"}
	iam.actions_beyond({"Statement": {"Effect": "Allow", "NotAction": ["iam:*", "ecr:*"]}}, "ecr", pull) == set()
}

test_denied_is_not_allowed if {
	iam.actions_beyond({"Statement": {"Effect": "Deny", "Action": "ecr:*"}}, "ecr", pull) == set()
}

test_anyone if {
	iam.anyone({"Principal": "*"})
	iam.anyone({"Principal": {"AWS": "*"}})
	iam.anyone({"Principal": {"AWS": ["arn:x", "*"]}})
	not iam.anyone({"Principal": {"AWS": "arn:x"}})
	not iam.anyone({"Principal": {"Service": "ec2.amazonaws.com"}})
}

test_conditional if {
	iam.conditional({"Condition": {"StringEquals": {}}})
	not iam.conditional({"Condition": {}})
	not iam.conditional({})
}
