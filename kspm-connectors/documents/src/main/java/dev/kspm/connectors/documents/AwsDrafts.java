package dev.kspm.connectors.documents;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes drafts of what the services of AWS describe. Not thread-safe. */
final class AwsDrafts {
  /** What of these has no ARN in its answer has one all the same. */
  private static final Map<String, String> EC2_PATHS =
      Map.of(
          "aws_subnet", "subnet/",
          "aws_route_table", "route-table/",
          "aws_security_group", "security-group/",
          "aws_ec2_instance", "instance/");

  private final CloudFields fields = new CloudFields();
  private final List<Draft> drafts;
  private final Joins joins;

  /** Whether the answer that is being taken names a next page. */
  private boolean continued;

  AwsDrafts(List<Draft> drafts, Joins joins) {
    this.drafts = drafts;
    this.joins = joins;
  }

  /** Begins with an answer: what is taken from now on is from its page. */
  void begin(ObjectValue answer) {
    continued = Pages.isContinued(answer);
  }

  /** Part of the answer that is being taken, for a resource that another answer describes. */
  Joins.Orphan orphan(String source, Value value) {
    return new Joins.Orphan(source, value, continued);
  }

  /** Notes that the answer is a page of a list of what was described since there were as many. */
  void page(String type, String source, int before) {
    joins.pages.add(type, source, continued, since(before));
  }

  /** Adds a page to what is known of a resource that another answer describes. */
  void addTo(Answers answers, Iterable<? extends Value> members) {
    answers.add(members, continued);
  }

  /** The document of a body as it goes over the wire. */
  ObjectValue document(ObjectValue body) {
    return fields.document(body);
  }

  /** The documents of a list. */
  ArrayValue documents(ArrayValue list) {
    ArrayValue.Builder documents = ArrayValue.builder();
    list.forEach(
        element ->
            documents.add(element instanceof ObjectValue body ? fields.document(body) : element));
    return documents.build();
  }

  void add(Draft draft) {
    drafts.add(draft);
  }

  /** How many drafts there are. */
  int size() {
    return drafts.size();
  }

  /** The drafts that were made since there were as many. */
  List<Draft> since(int size) {
    return drafts.subList(size, drafts.size());
  }

  /** What was described is described completely, even if that is nothing. */
  Recognition list(AwsShape shape, ArrayValue list, String source) {
    int before = size();
    Recognition taken =
        list.size() == 0 ? names(shape.type(), list, source) : each(shape, list, source, "");
    page(shape.type(), source, before);
    return taken;
  }

  /** Notes which resources there are. */
  Recognition names(String type, ArrayValue names, String source) {
    joins.lists.computeIfAbsent(type, unused -> new ArrayList<>()).add(orphan(source, names));
    return Recognition.usedAll(1);
  }

  Recognition each(AwsShape shape, ArrayValue list, String source, String before) {
    int used = 0;
    List<Recognition.Skipped> skipped = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ObjectValue body) {
        add(shape, body, source);
        used++;
      } else {
        skipped.add(new Recognition.Skipped(before + "[" + i + "]", list.get(i), "not an object"));
      }
    }
    return new Recognition(used, skipped);
  }

  Draft add(AwsShape shape, ObjectValue body, String source) {
    ObjectValue document = fields.document(body);
    String arn = Fields.text(document, shape.arn());
    String id = Fields.text(document, shape.id());
    String account = Arn.parse(arn).map(Arn::account).filter(a -> !a.isEmpty()).orElse("");
    String region = Arn.parse(arn).map(Arn::region).orElse("");
    if (account.isEmpty() || account.equals("aws")) {
      account = Fields.text(document, "owner_id");
    }
    String path = EC2_PATHS.get(shape.type());
    if (arn.isEmpty() && path != null && !account.isEmpty()) {
      arn = "arn:aws:ec2:" + zone(document) + ":" + account + ":" + path + id;
    }
    Draft draft =
        new Draft(
            shape.type(),
            arn.isEmpty() ? ResourceKey.of(shape.type() + "/" + id) : ResourceKey.arn(arn),
            source,
            document);
    draft.name = Fields.text(document, shape.name());
    draft.id = arn.isEmpty() ? id : arn;
    if (!account.isEmpty()) {
      draft.account = account;
      draft.put("account_id", StringValue.of(account));
    }
    draft.region = region.isEmpty() ? null : region;
    drafts.add(draft);
    return draft;
  }

  private static String zone(ObjectValue document) {
    String zone = Fields.text(document, "placement", "availability_zone");
    return zone.isEmpty() ? "" : zone.substring(0, zone.length() - 1);
  }
}
