package dev.kspm.connectors.documents.host;

import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Certificates as the node document shows them. */
final class Certificates {
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final int DNS_NAME = 2;
  private static final int IP_ADDRESS = 7;

  private Certificates() {}

  /**
   * The first certificate of a file.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ObjectValue document(byte[] file) {
    try {
      // A client certificate often stands in one file with its key; the factory looks for the
      // former.
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(certificatePart(file)));
      return document(certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
  }

  private static byte[] certificatePart(byte[] file) {
    String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    int start = text.indexOf("-----BEGIN CERTIFICATE-----");
    return start <= 0
        ? file
        : text.substring(start).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static ObjectValue document(X509Certificate certificate) throws GeneralSecurityException {
    ObjectValue.Builder document = ObjectValue.builder();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    put(
        document,
        "fingerprint",
        "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest));
    put(document, "serialNumber", certificate.getSerialNumber().toString());
    // The extensions wrap the identifier: OCTET STRING of OCTET STRING, and of SEQUENCE of [0].
    put(document, "subjectKeyId", hex(certificate.getExtensionValue(SUBJECT_KEY), 4));
    put(document, "authorityKeyId", hex(certificate.getExtensionValue(AUTHORITY_KEY), 6));
    List<String> organizations = new ArrayList<>();
    try {
      for (Rdn name : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
        if (name.getType().equalsIgnoreCase("CN")) {
          put(document, "commonName", name.getValue().toString());
        } else if (name.getType().equalsIgnoreCase("O")) {
          organizations.add(name.getValue().toString());
        }
      }
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException("subject " + e.getMessage(), e);
    }
    document.put("organization", strings(organizations));
    document.put("dnsNames", strings(names(certificate, DNS_NAME)));
    document.put("ipAddresses", strings(names(certificate, IP_ADDRESS)));
    put(document, "notAfter", certificate.getNotAfter().toInstant().toString());
    put(document, "notBefore", certificate.getNotBefore().toInstant().toString());
    return document.build();
  }

  private static List<String> names(X509Certificate certificate, int kind)
      throws GeneralSecurityException {
    List<String> names = new ArrayList<>();
    Collection<List<?>> all = certificate.getSubjectAlternativeNames();
    if (all != null) {
      for (List<?> name : all) {
        if (name.get(0).equals(kind)) {
          names.add(String.valueOf(name.get(1)));
        }
      }
    }
    return names;
  }

  private static ArrayValue strings(List<String> texts) {
    return ArrayValue.of(texts.stream().map(StringValue::of).toList());
  }

  private static void put(ObjectValue.Builder document, String key, String text) {
    if (!text.isEmpty()) {
      document.put(key, StringValue.of(text));
    }
  }

  private static String hex(byte @org.jspecify.annotations.Nullable [] extension, int header) {
    if (extension == null || extension.length <= header) {
      return "";
    }
    int length = Math.min(extension[header - 1] & 0xFF, extension.length - header);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(i > 0 ? ":" : "")
          .append(String.format(Locale.ROOT, "%02X", extension[header + i]));
    }
    return text.toString();
  }
}
