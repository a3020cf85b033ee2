package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers of EC2 and of its load balancers. Not thread-safe. */
final class Ec2Answers implements AwsService {
  private static final AwsShape INSTANCE =
      new AwsShape("aws_ec2_instance", "", "instance_id", "instance_id");
  private static final String LOAD_BALANCER = "aws_load_balancer";

  /** A member with a list, a field that its elements have, and what they are. */
  private record Listing(String member, String field, AwsShape shape) {}

  private static final List<Listing> LISTS =
      List.of(
          new Listing(
              "Subnets",
              "SubnetId",
              new AwsShape("aws_subnet", "subnet_arn", "subnet_id", "subnet_id")),
          new Listing(
              "RouteTables",
              "RouteTableId",
              new AwsShape("aws_route_table", "", "route_table_id", "route_table_id")),
          new Listing(
              "SecurityGroups",
              "GroupId",
              new AwsShape("aws_security_group", "security_group_arn", "group_id", "group_name")),
          new Listing(
              "LoadBalancers",
              "LoadBalancerName",
              new AwsShape(
                  LOAD_BALANCER, "load_balancer_arn", "load_balancer_arn", "load_balancer_name")),
          new Listing(
              "LoadBalancerDescriptions",
              "LoadBalancerName",
              new AwsShape(LOAD_BALANCER, "", "dns_name", "load_balancer_name")));

  private final AwsDrafts drafts;
  private final Joins joins;

  Ec2Answers(AwsDrafts drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  @Override
  public @Nullable Recognition take(ObjectValue answer, String source) {
    for (Listing listing : LISTS) {
      if (answer.get(listing.member()) instanceof ArrayValue list
          && (list.size() == 0 || Fields.hasText(list.get(0), listing.field()))) {
        return drafts.list(listing.shape(), list, source);
      }
    }
    if (answer.get("Reservations") instanceof ArrayValue reservations) {
      return instances(reservations, source);
    }
    if (answer.get("Listeners") instanceof ArrayValue list) {
      listeners(list);
      return Recognition.usedAll(1);
    }
    return null;
  }

  private Recognition instances(ArrayValue reservations, String source) {
    int first = drafts.size();
    if (reservations.size() == 0) {
      drafts.page(INSTANCE.type(), source, first);
      return drafts.names(INSTANCE.type(), reservations, source);
    }
    int used = 0;
    List<Recognition.Skipped> skipped = new ArrayList<>();
    for (int i = 0; i < reservations.size(); i++) {
      Value reservation = reservations.get(i);
      String place = "Reservations[" + i + "].Instances";
      if (Fields.at(reservation, "Instances") instanceof ArrayValue list) {
        int before = drafts.size();
        Recognition part = drafts.each(INSTANCE, list, source, place);
        String owner = Fields.text(reservation, "OwnerId");
        if (!owner.isEmpty()) {
          for (Draft draft : drafts.since(before)) {
            draft.account = owner;
            draft.put("account_id", StringValue.of(owner));
          }
        }
        used += part.used();
        skipped.addAll(part.skipped());
      } else {
        skipped.add(new Recognition.Skipped(place, reservation, "a reservation without instances"));
      }
    }
    drafts.page(INSTANCE.type(), source, first);
    return new Recognition(used, skipped);
  }

  private void listeners(ArrayValue list) {
    for (Value listener : list) {
      if (listener instanceof ObjectValue object) {
        drafts.addTo(
            joins.listeners.computeIfAbsent(
                Fields.text(object, "LoadBalancerArn"), balancer -> new Answers()),
            List.of(drafts.document(object)));
      }
    }
  }
}
