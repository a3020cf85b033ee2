package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Annotations;
import dev.kspm.rego.internal.ast.Ref;
import dev.kspm.rego.internal.ast.Var;
import dev.kspm.rego.internal.yaml.YamlFields;
import dev.kspm.rego.internal.yaml.YamlReader;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.RegoVersion;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.BooleanValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one metadata block. Usable once. */
final class AnnotationReader {
  /** Deep enough for any block that means something; kinds are checked by a recursive reader. */
  private static final YamlOptions YAML = YamlOptions.OPA.withMaxDepth(200);

  private static final String MAP = "map[string]interface {}";
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("scope", "string"),
          Map.entry("title", "string"),
          Map.entry("description", "string"),
          Map.entry("entrypoint", "bool"),
          Map.entry("organizations", "[]string"),
          Map.entry("related_resources", "[]interface {}"),
          Map.entry("authors", "[]interface {}"),
          Map.entry("schemas", "[]" + MAP),
          Map.entry("compile", MAP),
          Map.entry("custom", MAP),
          Map.entry("labels", MAP));

  private static final Pattern LINE = Pattern.compile("line ([0-9]+)");

  private static final Ref SCHEMA_ROOT = new Ref(List.of(new Var("schema", Span.NONE)), Span.NONE);

  private final AnnotationBlock block;
  private @Nullable Complaint complaint;

  AnnotationReader(AnnotationBlock block) {
    this.block = block;
  }

  /** Why there are no annotations. */
  @Nullable Complaint complaint() {
    return complaint;
  }

  /** The annotations, with an empty scope if none is given; {@code null} with a complaint. */
  @Nullable Annotations read() {
    String yaml = block.yaml();
    if (yaml.isBlank()) {
      return refuse(block.span(), "expected METADATA block, found whitespace");
    }
    Value value;
    try {
      yaml = firstDocument(yaml);
      value = parse(yaml);
    } catch (DataException e) {
      Matcher line = LINE.matcher(e.goText());
      return refuseYaml(line.find() ? Integer.parseInt(line.group(1)) : 0, e.goText());
    }
    YamlFields nodes = new YamlFields(yaml, "ast.rawAnnotation", KINDS);
    String wrong = nodes.problem();
    if (wrong != null) {
      return refuseYaml(nodes.line(), wrong);
    }
    ObjectValue raw = value instanceof ObjectValue object ? object : ObjectValue.EMPTY;
    return annotations(raw, nodes);
  }

  private static Value parse(String yaml) {
    return new YamlReader(yaml.getBytes(StandardCharsets.UTF_8), YAML).readFirst();
  }

  /** Cuts off what follows the first document: Go's library does not look at it. */
  private static String firstDocument(String yaml) {
    try {
      parse(yaml);
      return yaml;
    } catch (DataException e) {
      if (!e.goText().endsWith("did not find expected <document start>")) {
        throw e;
      }
      byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
      return new String(bytes, 0, (int) e.offset(), StandardCharsets.UTF_8);
    }
  }

  private @Nullable Annotations refuseYaml(int line, String message) {
    return refuse(block.lineSpan(line), message + ColonHints.of(block));
  }

  private @Nullable Annotations refuse(Span place, String message) {
    complaint = new Complaint(message, place, true);
    return null;
  }

  private static boolean isTrue(@Nullable Value value) {
    return value instanceof BooleanValue b && b.value();
  }

  private static ArrayValue list(ObjectValue raw, String field) {
    return raw.get(field) instanceof ArrayValue array ? array : ArrayValue.EMPTY;
  }

  private @Nullable Annotations annotations(ObjectValue raw, YamlFields nodes) {
    ObjectValue.Builder fields = ObjectValue.builder();
    for (String field : List.of("title", "description")) {
      if (!nodes.text(field).isEmpty()) {
        fields.put(field, StringValue.of(nodes.text(field)));
      }
    }
    if (isTrue(raw.get("entrypoint"))) {
      fields.put("entrypoint", BooleanValue.of(true));
    }
    ArrayValue organizations = list(raw, "organizations");
    if (organizations.size() > 0) {
      fields.put("organizations", asTexts(organizations));
    }
    for (String field : List.of("custom", "labels")) {
      if (raw.get(field) instanceof ObjectValue object && object.size() > 0) {
        fields.put(field, object);
      }
    }
    if (!putAll(fields, "related_resources", raw, this::relatedResource)
        || !putAll(fields, "authors", raw, this::author)) {
      return null;
    }
    List<Annotations.SchemaAnnotation> schemas = schemas(list(raw, "schemas"));
    if (schemas == null) {
      return null;
    }
    List<Ref> unknowns = new ArrayList<>();
    Ref maskRule = null;
    if (raw.get("compile") instanceof ObjectValue compile) {
      for (Value unknown : list(compile, "unknowns")) {
        Ref ref = unknown instanceof StringValue s ? ref(s.value()) : null;
        if (ref != null) {
          unknowns.add(ref);
        }
      }
      maskRule = compile.get("mask_rule") instanceof StringValue s ? ref(s.value()) : null;
    }
    return new Annotations(
        nodes.text("scope"), fields.build(), schemas, unknowns, maskRule, block.span());
  }

  private static Value asTexts(ArrayValue values) {
    List<Value> texts = new ArrayList<>();
    for (Value value : values) {
      texts.add(value instanceof StringValue ? value : StringValue.of(value.toString()));
    }
    return ArrayValue.of(texts);
  }

  private interface Part {
    @Nullable Value read(Value raw);
  }

  private boolean putAll(ObjectValue.Builder fields, String name, ObjectValue raw, Part part) {
    List<Value> read = new ArrayList<>();
    for (Value value : list(raw, name)) {
      Value one = part.read(value);
      if (one == null) {
        return false;
      }
      read.add(one);
    }
    if (!read.isEmpty()) {
      fields.put(name, ArrayValue.of(read));
    }
    return true;
  }

  private @Nullable Value bad(String what, Value value, String why) {
    refuse(block.span(), "invalid " + what + " definition " + GoStringVerb.of(value) + ": " + why);
    return null;
  }

  private @Nullable Value relatedResource(Value value) {
    String what = "related-resource";
    if (value instanceof StringValue s) {
      String wrong = Urls.problem(s.value());
      return wrong != null ? bad(what, value, wrong) : resource(s.value(), null);
    } else if (value instanceof ObjectValue object) {
      String ref = object.get("ref") instanceof StringValue s ? s.value() : "";
      if (ref.isEmpty()) {
        return bad(what, value, "'ref' value required in object");
      }
      String wrong = Urls.problem(ref);
      if (wrong != null) {
        return bad(what, value, wrong);
      }
      return resource(ref, object.get("description") instanceof StringValue s ? s : null);
    }
    return bad(what, value, "invalid value type, must be string or map");
  }

  private static Value resource(String ref, @Nullable StringValue description) {
    ObjectValue.Builder resource = ObjectValue.builder().put("ref", StringValue.of(Urls.text(ref)));
    if (description != null && !description.value().isEmpty()) {
      resource.put("description", description);
    }
    return resource.build();
  }

  private @Nullable Value author(Value value) {
    if (value instanceof StringValue s) {
      String text = s.value().strip();
      if (text.isEmpty()) {
        return bad("author", value, "author is an empty string");
      }
      int lastWord = lastSpace(text) + 1;
      String last = text.substring(lastWord);
      boolean isMail = last.length() > 1 && last.startsWith("<") && last.endsWith(">");
      return isMail
          ? person(words(text.substring(0, lastWord)), last.substring(1, last.length() - 1))
          : person(words(text), "");
    } else if (value instanceof ObjectValue object) {
      String name = object.get("name") instanceof StringValue s ? s.value() : "";
      String email = object.get("email") instanceof StringValue s ? s.value() : "";
      return name.isEmpty() && email.isEmpty()
          ? bad("author", value, "'name' and/or 'email' values required in object")
          : person(name, email);
    }
    return bad("author", value, "invalid value type, must be string or map");
  }

  private static int lastSpace(String text) {
    int i = text.length() - 1;
    while (i >= 0 && !Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Value person(String name, String email) {
    ObjectValue.Builder person = ObjectValue.builder().put("name", StringValue.of(name));
    if (!email.isEmpty()) {
      person.put("email", StringValue.of(email));
    }
    return person.build();
  }

  private @Nullable List<Annotations.SchemaAnnotation> schemas(ArrayValue raw) {
    List<Annotations.SchemaAnnotation> schemas = new ArrayList<>();
    for (Value value : raw) {
      if (!(value instanceof ObjectValue object) || object.size() == 0) {
        continue;
      }
      String key = object.keyAt(0) instanceof StringValue s ? s.value() : "";
      Ref path = rooted(key, Set.of("input", "data"));
      if (path == null) {
        refuse(block.span(), "invalid document reference");
        return null;
      }
      Value schema = object.valueAt(0);
      if (schema instanceof StringValue s) {
        Ref reference = rooted(s.value(), Set.of("schema"));
        if (reference == null) {
          refuse(block.span(), "invalid schema reference");
          return null;
        }
        boolean isRoot = reference.size() == 1;
        schemas.add(new Annotations.SchemaAnnotation(path, isRoot ? SCHEMA_ROOT : reference, null));
      } else if (schema instanceof ObjectValue) {
        schemas.add(new Annotations.SchemaAnnotation(path, null, schema));
      } else {
        refuse(block.span(), "invalid schema declaration for path \"" + path + "\"");
        return null;
      }
    }
    return schemas;
  }

  private static @Nullable Ref rooted(String text, Set<String> roots) {
    Ref ref = ref(text);
    return ref != null && ref.head() instanceof Var v && roots.contains(v.name()) ? ref : null;
  }

  private static @Nullable Ref ref(String text) {
    return Parser.parseRef(SourceText.of("", text), ParserOptions.of(RegoVersion.V1)).value();
  }
}
