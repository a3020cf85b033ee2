package dev.kspm.rego.internal.json;

import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.DataException;
import dev.kspm.rego.policy.DataException.Problem;
import dev.kspm.rego.policy.JsonReadOptions;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.ObjectValue;
import dev.kspm.rego.value.StringValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON without recursion: what is open lies on a stack of its own, so that nesting costs no
 * thread stack. Usable once.
 */
public final class JsonReader {
  private final byte[] bytes;
  private final JsonReadOptions options;
  private final JsonScanner scanner;
  private final Deque<Object> open = new ArrayDeque<>();
  private final Deque<StringValue> keys = new ArrayDeque<>();

  public JsonReader(byte[] bytes, JsonReadOptions options) {
    this.bytes = bytes;
    this.options = options;
    this.scanner = new JsonScanner(bytes);
  }

  /** The one value that the text is. */
  public Value readOnly() {
    skipByteOrderMark();
    scanner.skipWhiteSpace();
    if (scanner.atEnd()) {
      throw scanner.error(Problem.SYNTAX, "no value", "EOF", scanner.position());
    }
    Value value = value();
    scanner.skipWhiteSpace();
    if (!scanner.atEnd()) {
      throw trailing();
    }
    return value;
  }

  /** All values of the text. */
  public List<DataDocument> readAll() {
    List<DataDocument> documents = new ArrayList<>();
    skipByteOrderMark();
    scanner.skipWhiteSpace();
    int start = 0;
    int counted = 0;
    int row = 1;
    int lineStart = 0;
    while (!scanner.atEnd()) {
      int first = scanner.position();
      for (; counted < first; counted++) {
        if (bytes[counted] == '\n') {
          row++;
          lineStart = counted + 1;
        }
      }
      Value value = value();
      scanner.skipWhiteSpace();
      int end = scanner.position();
      documents.add(new DataDocument(value, row, first - lineStart + 1, start, end));
      start = end;
    }
    return documents;
  }

  private void skipByteOrderMark() {
    if (options.skipByteOrderMark()
        && bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF) {
      scanner.skip(3);
    }
  }

  /** OPA reads the next token first and complains about that when it is broken. */
  private DataException trailing() {
    int at = scanner.position();
    int c = scanner.peek();
    if (c != '[' && c != '{') {
      scanner.scalar();
    }
    String text = "invalid character " + JsonScanner.quoted(c) + " after top-level value";
    return scanner.error(Problem.SYNTAX, text, "error: " + text, at);
  }

  private Value value() {
    Value done = begin();
    while (true) {
      if (done == null) { // an array or object was opened and is not empty
        done = begin();
        continue;
      }
      Object container = open.peek();
      if (container == null) {
        return done;
      }
      done =
          container instanceof ArrayValue.Builder array
              ? next(array, done)
              : next((ObjectValue.Builder) container, done);
    }
  }

  /** Reads a scalar or an empty container, or opens a container and gives {@code null}. */
  private @Nullable Value begin() {
    scanner.skipWhiteSpace();
    int c = scanner.peek();
    if (c != '[' && c != '{') {
      return scanner.scalar();
    }
    if (open.size() >= options.maxDepth()) {
      throw scanner.error(
          Problem.TOO_DEEP,
          "more than " + options.maxDepth() + " levels of nesting",
          "exceeded max depth",
          scanner.position());
    }
    scanner.skip(1);
    scanner.skipWhiteSpace();
    if (c == '[') {
      if (scanner.peek() == ']') {
        scanner.skip(1);
        return ArrayValue.EMPTY;
      }
      open.push(ArrayValue.builder());
      return null;
    }
    if (scanner.peek() == '}') {
      scanner.skip(1);
      return ObjectValue.EMPTY;
    }
    ObjectValue.Builder object = ObjectValue.builder();
    open.push(object);
    key(object);
    return null;
  }

  private @Nullable Value next(ArrayValue.Builder array, Value element) {
    array.add(element);
    scanner.skipWhiteSpace();
    int c = scanner.peek();
    if (c == ',') {
      scanner.skip(1);
      return null;
    }
    if (c != ']') {
      throw scanner.unexpected("after array element");
    }
    scanner.skip(1);
    open.pop();
    return array.build();
  }

  private @Nullable Value next(ObjectValue.Builder object, Value member) {
    object.put(keys.pop(), member);
    scanner.skipWhiteSpace();
    int c = scanner.peek();
    if (c == ',') {
      scanner.skip(1);
      key(object);
      return null;
    }
    if (c != '}') {
      throw scanner.unexpected("after object key:value pair");
    }
    scanner.skip(1);
    open.pop();
    return object.build();
  }

  private void key(ObjectValue.Builder object) {
    scanner.skipWhiteSpace();
    if (scanner.peek() != '"') {
      throw scanner.unexpected("looking for beginning of object key string");
    }
    int at = scanner.position();
    StringValue key = scanner.string();
    if (options.refuseDuplicateKeys() && object.get(key) != null) {
      String text = "key " + key + " occurs twice";
      throw scanner.error(Problem.DUPLICATE_KEY, text, text, at);
    }
    scanner.skipWhiteSpace();
    if (scanner.peek() != ':') {
      throw scanner.unexpected("after object key");
    }
    scanner.skip(1);
    keys.push(key);
  }
}
