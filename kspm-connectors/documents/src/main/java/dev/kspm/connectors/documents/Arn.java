package dev.kspm.connectors.documents;

import java.util.Optional;

/** The parts of an ARN. Immutable. */
record Arn(String partition, String service, String region, String account, String resource) {
  static Optional<Arn> parse(String text) {
    String[] parts = text.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn")
        ? Optional.of(new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]))
        : Optional.empty();
  }

  /** The ARN of the EKS cluster that this nodegroup, add-on or access entry belongs to. */
  Optional<String> cluster() {
    String[] path = resource.split("/");
    return service.equals("eks") && path.length >= 2
        ? Optional.of(clusterArn(partition, region, account, path[1]))
        : Optional.empty();
  }

  static String clusterArn(String partition, String region, String account, String name) {
    return "arn:" + partition + ":eks:" + region + ":" + account + ":cluster/" + name;
  }
}
