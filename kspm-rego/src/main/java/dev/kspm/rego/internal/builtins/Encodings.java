package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.BuiltinContext;
import dev.kspm.rego.builtin.BuiltinException;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.SetValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Bytes as text. */
final class Encodings {
  private Encodings() {}

  static void define(Definitions in) {
    in.category("encoding");
    in.function(
        "base64.encode",
        "(x: string) => y: string",
        "Base64 of the UTF-8 bytes.",
        Encodings::base64Encode);
    in.function(
        "base64.decode",
        "(x: string) => y: string",
        "The string whose bytes are in Base64.",
        Encodings::base64Decode);
    in.function(
        "base64.is_valid",
        "(x: string) => result: boolean",
        "Whether a string is Base64.",
        Encodings::base64IsValid);
    in.function(
        "base64url.encode",
        "(x: string) => y: string",
        "Base64 in the alphabet for URLs.",
        Encodings::base64UrlEncode);
    in.function(
        "base64url.encode_no_pad",
        "(x: string) => y: string",
        "Base64 in the alphabet for URLs, without padding.",
        Encodings::base64UrlEncodeNoPad);
    in.function(
        "base64url.decode",
        "(x: string) => y: string",
        "The string whose bytes are in Base64 for URLs.",
        Encodings::base64UrlDecode);
    in.function(
        "hex.encode",
        "(x: string) => y: string",
        "Hexadecimal digits of the UTF-8 bytes.",
        Encodings::hexEncode);
    in.function(
        "hex.decode",
        "(x: string) => y: string",
        "The string whose bytes are in hexadecimal digits.",
        Encodings::hexDecode);
    in.function(
        "urlquery.encode",
        "(x: string) => y: string",
        "A string as part of a URL query.",
        Encodings::urlqueryEncode);
    in.function(
        "urlquery.decode",
        "(x: string) => y: string",
        "The string that stands in a URL query.",
        Encodings::urlqueryDecode);
    in.function(
        "urlquery.encode_object",
        "(object: object[string: any<string, array[string], set[string]>]) => y: string",
        "An object as URL query.",
        Encodings::urlqueryEncodeObject);
    in.function(
        "urlquery.decode_object",
        "(x: string) => object: object[string: array[string]]",
        "A URL query as object of arrays.",
        Encodings::urlqueryDecodeObject);
  }

  private static byte[] bytes(BuiltinContext context, Value[] args) {
    byte[] bytes = Operands.string(args, 1).getBytes(StandardCharsets.UTF_8);
    Text.charge(context, 2L * bytes.length);
    return bytes;
  }

  private static Value text(byte[] utf8) {
    return StringValue.of(GoText.decode(utf8));
  }

  private static Value base64Encode(BuiltinContext context, Value[] args) {
    return StringValue.of(Base64.getEncoder().encodeToString(bytes(context, args)));
  }

  private static Value base64Decode(BuiltinContext context, Value[] args) {
    bytes(context, args);
    return text(GoBase64.decode(Operands.string(args, 1)));
  }

  private static Value base64IsValid(BuiltinContext context, Value[] args) {
    if (!(args[0] instanceof StringValue)) {
      return BooleanValue.FALSE;
    }
    try {
      base64Decode(context, args);
      return BooleanValue.TRUE;
    } catch (BuiltinException broken) {
      return BooleanValue.FALSE;
    }
  }

  private static Value base64UrlEncode(BuiltinContext context, Value[] args) {
    return StringValue.of(Base64.getUrlEncoder().encodeToString(bytes(context, args)));
  }

  private static Value base64UrlEncodeNoPad(BuiltinContext context, Value[] args) {
    return StringValue.of(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(context, args)));
  }

  private static Value base64UrlDecode(BuiltinContext context, Value[] args) {
    bytes(context, args);
    return text(GoBase64.decodeUrl(Operands.string(args, 1)));
  }

  private static Value hexEncode(BuiltinContext context, Value[] args) {
    return StringValue.of(HexFormat.of().formatHex(bytes(context, args)));
  }

  private static Value hexDecode(BuiltinContext context, Value[] args) {
    byte[] digits = bytes(context, args);
    byte[] out = new byte[digits.length / 2];
    for (int i = 0; i < digits.length; i++) {
      int digit = digits[i] < 0 ? -1 : Character.digit(digits[i], 16);
      if (digit < 0) {
        throw BuiltinException.failed(
            "encoding/hex: invalid byte: "
                + String.format(Locale.ROOT, "U+%04X", digits[i] & 0xff)
                + GoText.quotedByte(digits[i] & 0xff));
      }
      if (i / 2 < out.length) {
        out[i / 2] = (byte) (out[i / 2] << 4 | digit);
      }
    }
    if (digits.length % 2 != 0) {
      throw BuiltinException.failed("encoding/hex: odd length hex string");
    }
    return text(out);
  }

  private static Value urlqueryEncode(BuiltinContext context, Value[] args) {
    bytes(context, args);
    return StringValue.of(UrlQuery.escape(Operands.string(args, 1)));
  }

  private static Value urlqueryDecode(BuiltinContext context, Value[] args) {
    bytes(context, args);
    return StringValue.of(UrlQuery.unescape(Operands.string(args, 1)));
  }

  private static Value urlqueryEncodeObject(BuiltinContext context, Value[] args) {
    ObjectValue object = Operands.object(args, 1);
    Map<String, List<String>> query = new TreeMap<>(GoText.BYTE_ORDER);
    for (int i = 0; i < object.size(); i++) {
      if (!(object.keyAt(i) instanceof StringValue key)) {
        throw Operands.wrong(1, "string", object.keyAt(i));
      }
      query.put(key.value(), values(object.valueAt(i)));
    }
    StringBuilder out = new StringBuilder();
    query.forEach(
        (key, values) -> {
          for (String value : values) {
            out.append(out.isEmpty() ? "" : "&");
            out.append(UrlQuery.escape(key)).append('=').append(UrlQuery.escape(value));
          }
        });
    return Text.of(context, out.toString());
  }

  private static List<String> values(Value value) {
    List<String> values = new ArrayList<>();
    if (value instanceof StringValue string) {
      values.add(string.value());
      return values;
    }
    Iterable<Value> elements = List.of();
    if (value instanceof ArrayValue array) {
      elements = array;
    } else if (value instanceof SetValue set) {
      elements = set;
    } else {
      throw notStrings();
    }
    for (Value element : elements) {
      if (!(element instanceof StringValue string)) {
        throw notStrings();
      }
      values.add(string.value());
    }
    return values;
  }

  private static BuiltinException notStrings() {
    return BuiltinException.type("operand 1 values must be string, array[string], or set[string]");
  }

  private static Value urlqueryDecodeObject(BuiltinContext context, Value[] args) {
    bytes(context, args);
    Map<String, ArrayValue.Builder> query = new TreeMap<>(GoText.BYTE_ORDER);
    for (String part : Operands.string(args, 1).split("&", -1)) {
      context.build(1);
      if (part.isEmpty()) {
        continue;
      }
      if (part.contains(";")) {
        throw BuiltinException.failed("invalid semicolon separator in query");
      }
      int equals = part.indexOf('=');
      String key = UrlQuery.unescape(equals < 0 ? part : part.substring(0, equals));
      String value = equals < 0 ? "" : UrlQuery.unescape(part.substring(equals + 1));
      query.computeIfAbsent(key, absent -> ArrayValue.builder()).add(StringValue.of(value));
    }
    ObjectValue.Builder out = ObjectValue.builder();
    query.forEach((key, values) -> out.put(key, values.build()));
    return out.build();
  }
}
