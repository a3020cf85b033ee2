package dev.kspm.connectors.documents.host;

/** What the value of a flag means in the node document. */
enum FlagType {
  BOOL,
  INT,
  STRING,
  LIST,
  DURATION,
  CONFIG,
  KUBELET_CONFIG,
  CERT,
  KEY,
  TOKEN,
  DIR,
  KUBECONFIG,
  ADMISSION,
  ENCRYPTION
}
