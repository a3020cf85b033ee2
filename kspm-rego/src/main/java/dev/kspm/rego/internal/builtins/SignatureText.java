package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.RegoType;
import dev.kspm.rego.value.StringValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads signatures in the notation of OPA's type errors, such as {@code (x: array[any], y: number)
 * => z: object<a: string>[string: any]}; {@code ...any} stands for any number of arguments.
 */
public final class SignatureText {
  private final String text;
  private int at;

  private SignatureText(String text) {
    this.text = text;
  }

  /**
   * The type that a signature stands for.
   *
   * @throws IllegalArgumentException if the text is no signature
   */
  public static RegoType.Function parse(String signature) {
    SignatureText reader = new SignatureText(signature);
    RegoType.Function type = reader.function();
    if (reader.at != signature.length()) {
      throw reader.unexpected();
    }
    return type;
  }

  private RegoType.Function function() {
    expect("(");
    List<RegoType> args = new ArrayList<>();
    RegoType variadic = null;
    while (!skip(")")) {
      if (skip("...")) {
        variadic = type();
      } else {
        args.add(named());
      }
      skip(", ");
    }
    return new RegoType.Function(args, variadic, skip(" => ") ? named() : null);
  }

  private RegoType named() {
    String name = nameBeforeColon();
    RegoType type = type();
    return name == null ? type : RegoType.named(name, "", type);
  }

  private @Nullable String nameBeforeColon() {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        String name = text.substring(at, i);
        at = i + 2;
        return name;
      }
      if (c != ' ' && c != '_' && !Character.isLetterOrDigit(c)) {
        return null;
      }
    }
    return null;
  }

  private RegoType type() {
    if (skip("any")) {
      return skip("<") ? new RegoType.AnyOf(types()) : RegoType.ANY;
    } else if (skip("null")) {
      return RegoType.NULL;
    } else if (skip("boolean")) {
      return RegoType.BOOLEAN;
    } else if (skip("number")) {
      return RegoType.NUMBER;
    } else if (skip("string")) {
      return RegoType.STRING;
    } else if (skip("set[")) {
      RegoType element = type();
      expect("]");
      return new RegoType.SetOf(element);
    } else if (skip("array")) {
      List<RegoType> elements = skip("<") ? types() : List.of();
      RegoType rest = skip("[") ? type() : null;
      if (rest != null) {
        expect("]");
      }
      return new RegoType.ArrayOf(elements, rest);
    } else if (skip("object")) {
      return object();
    }
    throw unexpected();
  }

  private RegoType object() {
    List<RegoType.ObjectOf.Property> properties = new ArrayList<>();
    if (skip("<")) {
      while (!skip(">")) {
        String name = nameBeforeColon();
        if (name == null) {
          throw unexpected();
        }
        properties.add(new RegoType.ObjectOf.Property(StringValue.of(name), type()));
        skip(", ");
      }
    }
    if (!skip("[")) {
      return new RegoType.ObjectOf(properties, null, null);
    }
    RegoType keys = type();
    expect(": ");
    RegoType values = type();
    expect("]");
    return new RegoType.ObjectOf(properties, keys, values);
  }

  private List<RegoType> types() {
    List<RegoType> types = new ArrayList<>();
    while (!skip(">")) {
      types.add(type());
      skip(", ");
    }
    return types;
  }

  private boolean skip(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!skip(token)) {
      throw unexpected();
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not a signature at " + at + ": " + text);
  }
}
