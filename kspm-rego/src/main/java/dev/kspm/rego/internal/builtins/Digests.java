package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinFunction;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests and message authentication codes. */
final class Digests {
  private Digests() {}

  static void define(Definitions in) {
    in.category("crypto");
    in.function(
        "crypto.md5", "(x: string) => y: string", "MD5 in hexadecimal digits.", digest("MD5"));
    in.function(
        "crypto.sha1", "(x: string) => y: string", "SHA-1 in hexadecimal digits.", digest("SHA-1"));
    in.function(
        "crypto.sha256",
        "(x: string) => y: string",
        "SHA-256 in hexadecimal digits.",
        digest("SHA-256"));
    in.function(
        "crypto.hmac.md5",
        "(x: string, key: string) => y: string",
        "HMAC with MD5 in hexadecimal digits.",
        hmac("HmacMD5"));
    in.function(
        "crypto.hmac.sha1",
        "(x: string, key: string) => y: string",
        "HMAC with SHA-1 in hexadecimal digits.",
        hmac("HmacSHA1"));
    in.function(
        "crypto.hmac.sha256",
        "(x: string, key: string) => y: string",
        "HMAC with SHA-256 in hexadecimal digits.",
        hmac("HmacSHA256"));
    in.function(
        "crypto.hmac.sha512",
        "(x: string, key: string) => y: string",
        "HMAC with SHA-512 in hexadecimal digits.",
        hmac("HmacSHA512"));
    in.function(
        "crypto.hmac.equal",
        "(mac1: string, mac2: string) => result: boolean",
        "Compares two codes in constant time.",
        Digests::equal);
  }

  private static byte[] bytes(BuiltinContext context, Value[] args, int position) {
    byte[] bytes = Operands.string(args, position).getBytes(StandardCharsets.UTF_8);
    context.work(1 + (bytes.length >> 6));
    return bytes;
  }

  private static Value hex(byte[] bytes) {
    return StringValue.of(HexFormat.of().formatHex(bytes));
  }

  private static BuiltinFunction digest(String algorithm) {
    return (context, args) -> {
      try {
        return hex(MessageDigest.getInstance(algorithm).digest(bytes(context, args, 1)));
      } catch (NoSuchAlgorithmException e) {
        throw missing(algorithm, e);
      }
    };
  }

  private static BuiltinFunction hmac(String algorithm) {
    return (context, args) -> {
      byte[] message = bytes(context, args, 1);
      byte[] key = bytes(context, args, 2);
      return hex(hmac(algorithm, key, message));
    };
  }

  /** A code with a key of any length, also none. */
  static byte[] hmac(String algorithm, byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      // The JDK wants a key that is not empty; zeros at its end do not change the code.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(message);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw missing(algorithm, e);
    }
  }

  private static IllegalStateException missing(String algorithm, Exception e) {
    return new IllegalStateException("this Java has no " + algorithm, e);
  }

  private static Value equal(BuiltinContext context, Value[] args) {
    return BooleanValue.of(MessageDigest.isEqual(bytes(context, args, 1), bytes(context, args, 2)));
  }
}
