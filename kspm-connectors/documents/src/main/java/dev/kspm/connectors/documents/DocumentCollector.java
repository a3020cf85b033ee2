package dev.kspm.connectors.documents;

import dev.kspm.connectors.documents.host.ConfigzNode;
import dev.kspm.connectors.documents.host.DatadogNode;
import dev.kspm.connectors.documents.host.NodeDocument;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import dev.kspm.resource.ResourceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns documents of AWS, Azure, Kubernetes and hosts, in any order and mixture, into resources.
 * Not thread-safe, usable once.
 *
 * <p>A document is recognised by what is in it. Resources are made at the end, when it is known
 * which cluster they belong to and what other documents say about them.
 */
public final class DocumentCollector {
  private static final Set<String> NODE_TYPES =
      Set.of(
          "kubernetes_master_node",
          "kubernetes_worker_node",
          "aws_eks_worker_node",
          "azure_aks_worker_node",
          "gcp_gke_worker_node");
  private static final int RESULT_SIZE = 3;
  private static final String UNKNOWN =
      "not recognised: no object of the Kubernetes API, answer of AWS, resource of ARM or node";

  private final CollectorOptions options;
  private final List<Draft> drafts = new ArrayList<>();
  private final List<NodeDraft> nodes = new ArrayList<>();
  private final Joins joins = new Joins();
  private final AwsAnswers aws = new AwsAnswers(drafts, joins);
  private final AzureAnswers azure = new AzureAnswers(drafts, joins);
  private final KubernetesObjects objects;

  /** A node's document with the file that it came from. */
  record NodeDraft(NodeDocument node, String source) {}

  public DocumentCollector(CollectorOptions options) {
    this.options = options;
    this.objects = new KubernetesObjects(options.openConfigMaps());
  }

  /**
   * Takes a document.
   *
   * @param source the file it came from, from the snapshot's root; tells clusters apart when a
   *     snapshot holds several, and names what the document leaves unnamed
   */
  public Recognition add(Value document, String source) {
    if (document instanceof ObjectValue object) {
      return object(object, source);
    } else if (document instanceof ArrayValue list) {
      Recognition azureList = azure.take(list, source);
      return azureList == null ? list(list, source) : azureList;
    }
    return Recognition.skippedAll(document, UNKNOWN);
  }

  /** Takes the document of a node that was read from its host. */
  public void add(NodeDocument node, String source) {
    nodes.add(new NodeDraft(node, source));
  }

  private Recognition list(ArrayValue list, String source) {
    int used = 0;
    List<Recognition.Skipped> skipped = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Recognition part =
          list.get(i) instanceof ObjectValue object
              ? object(object, source)
              : Recognition.skippedAll(list.get(i), UNKNOWN);
      used += part.used();
      for (Recognition.Skipped one : part.skipped()) {
        String below = one.position().isEmpty() ? "" : "." + one.position();
        skipped.add(new Recognition.Skipped("[" + i + "]" + below, one.value(), one.reason()));
      }
    }
    if (list.size() == 0) {
      return Recognition.skippedAll(list, "an empty list does not say what it lists");
    }
    return used == 0
        ? Recognition.skippedAll(list, "a list of which nothing is recognised")
        : new Recognition(used, skipped);
  }

  private Recognition object(ObjectValue document, String source) {
    Recognition known = objects.take(document, source);
    known = known == null ? shaped(document, source) : known;
    known = known == null ? aws.take(document, source) : known;
    known = known == null ? azure.take(document, source) : known;
    known = known == null ? node(document, source) : known;
    return known == null ? Recognition.skippedAll(document, UNKNOWN) : known;
  }

  /** The input of a rule, or one document of it. */
  private @Nullable Recognition shaped(ObjectValue document, String source) {
    if (document.get("resources") instanceof ObjectValue byType
        && document.get("main_resource_type") instanceof StringValue) {
      int[] used = {0};
      List<Recognition.Skipped> skipped = new ArrayList<>();
      byType.forEach(
          (type, list) -> {
            List<Value> elements = Fields.elements(list);
            for (int i = 0; i < elements.size(); i++) {
              Recognition one =
                  elements.get(i) instanceof ObjectValue object
                      ? typed(((StringValue) type).value(), object, source)
                      : Recognition.skippedAll(elements.get(i), "not an object");
              used[0] += one.used();
              String place = "resources." + ((StringValue) type).value() + "[" + i + "]";
              one.skipped()
                  .forEach(
                      part ->
                          skipped.add(new Recognition.Skipped(place, part.value(), part.reason())));
            }
          });
      return used[0] == 0 && skipped.isEmpty()
          ? Recognition.skippedAll(document, "an input without resources")
          : new Recognition(used[0], skipped);
    }
    String type = Fields.text(document, "resource_type");
    if (Fields.hasText(document, "result") && document.size() <= RESULT_SIZE && !type.isEmpty()) {
      return Recognition.skippedAll(document, "the result of a rule");
    }
    if (type.isEmpty() || Fields.text(document, "resource_id").isEmpty()) {
      return ShapedDocuments.typeOf(document)
          .map(found -> typed(found, document, source))
          .orElse(null);
    }
    return typed(type, document, source);
  }

  private Recognition typed(String type, ObjectValue document, String source) {
    if (NODE_TYPES.contains(type)) {
      NodeDocument node = DatadogNode.read(document, name(source));
      nodes.add(
          new NodeDraft(new NodeDocument(type, node.name(), node.document(), node.gaps()), source));
      return Recognition.usedAll(1);
    }
    if (type.startsWith("kubernetes_")) {
      Recognition known =
          objects.take(Fields.without(document, "resource_id", "resource_type"), source);
      return known == null
          ? Recognition.skippedAll(document, "no object of the Kubernetes API")
          : known;
    }
    drafts.add(ShapedDocuments.draft(type, document, source));
    return Recognition.usedAll(1);
  }

  private @Nullable Recognition node(ObjectValue document, String source) {
    if (DatadogNode.isNode(document)) {
      nodes.add(new NodeDraft(DatadogNode.read(document, name(source)), source));
    } else if (ConfigzNode.isConfigz(document)) {
      nodes.add(new NodeDraft(ConfigzNode.read(document, name(source)), source));
    } else {
      return null;
    }
    return Recognition.usedAll(1);
  }

  private static String name(String source) {
    String file = source.substring(source.lastIndexOf('/') + 1);
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /** Gives everything that was collected. */
  public void read(ResourceSink sink) {
    new Assembly(options, drafts, nodes, objects, joins, sink).run();
  }
}
