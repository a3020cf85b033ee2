package dev.kspm.rego.internal.yaml;

import dev.kspm.rego.internal.json.Utf8;
import dev.kspm.rego.policy.DataDocument;
import dev.kspm.rego.policy.DataException.Problem;
import dev.kspm.rego.policy.YamlOptions;
import dev.kspm.rego.value.NullValue;
import dev.kspm.rego.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of a YAML text. Usable once. */
public final class YamlReader {
  private final byte[] bytes;
  private final YamlOptions options;
  private final int skipped;

  public YamlReader(byte[] bytes, YamlOptions options) {
    this.bytes = bytes;
    this.options = options;
    this.skipped =
        bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF
            ? 3
            : 0;
  }

  /** The first document, null if there is none; what comes after it must be documents too. */
  public Value readFirst() {
    List<DataDocument> documents = read(true);
    return documents.isEmpty() ? NullValue.NULL : documents.get(0).value();
  }

  public List<DataDocument> readAll() {
    return read(false);
  }

  private List<DataDocument> read(boolean onlyFirst) {
    int malformed = Utf8.firstMalformed(bytes);
    if (malformed >= 0) {
      throw Places.error(
          bytes, malformed, Problem.SYNTAX, "invalid UTF-8", "yaml: invalid leading UTF-8 octet");
    }
    String text = new String(bytes, skipped, bytes.length - skipped, StandardCharsets.UTF_8);
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(true).build();
    try {
      return documents(new Parse(settings).parseString(text).iterator(), onlyFirst);
    } catch (YamlEngineException e) {
      throw YamlErrors.of(e, bytes, skipped);
    }
  }

  private List<DataDocument> documents(Iterator<Event> events, boolean onlyFirst) {
    List<DataDocument> documents = new ArrayList<>();
    Composer composer = new Composer(options, bytes, skipped);
    Places.Counter counter = new Places.Counter(bytes, skipped);
    Value value = NullValue.NULL;
    Mark first = null;
    int start = 0;
    boolean waiting = false;
    while (events.hasNext()) {
      Event event = events.next();
      switch (event.getEventId()) {
        case DocumentStart -> {
          if (waiting && first != null) {
            int next = counter.byteOffset(Places.start(event).getIndex());
            documents.add(document(value, first, start, next));
            start = next;
          }
          composer.startDocument();
          first = ((DocumentStartEvent) event).isExplicit() ? null : Places.start(event);
          value = NullValue.NULL;
        }
        case DocumentEnd -> {
          waiting = true;
          // What comes right after the document must be another one or the end.
          if (onlyFirst && (!events.hasNext() || isBoundary(events.next()))) {
            // Documents that nobody reads must still be YAML.
            events.forEachRemaining(unread -> {});
            return List.of(new DataDocument(value, 1, 1, 0, bytes.length));
          }
        }
        case StreamStart, StreamEnd, Comment -> {}
        default -> {
          if (first == null || !composer.isOpen()) {
            first = Places.start(event);
          }
          Value done = composer.node(event);
          if (done != null) {
            value = done;
          }
        }
      }
    }
    if (waiting && first != null) {
      documents.add(document(value, first, start, bytes.length));
    }
    return documents;
  }

  private static boolean isBoundary(Event event) {
    return event.getEventId() == Event.ID.DocumentStart || event.getEventId() == Event.ID.StreamEnd;
  }

  private static DataDocument document(Value value, Mark first, int start, int end) {
    return new DataDocument(value, first.getLine() + 1, first.getColumn() + 1, start, end);
  }
}
