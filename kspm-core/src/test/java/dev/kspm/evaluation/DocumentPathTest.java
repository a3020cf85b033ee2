package dev.kspm.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kspm.rego.Json;
import dev.kspm.rego.value.ArrayValue;
import dev.kspm.rego.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentPathTest {
  private static DocumentPath path(String json) {
    List<Value> keys = new ArrayList<>();
    ((ArrayValue) Json.read(json)).forEach(keys::add);
    return new DocumentPath(keys);
  }

  @Test
  void pathsAreWrittenAsPeopleWriteThem() {
    assertThat(path("[\"a\", \"b\", \"x/y\", 0]").text()).isEqualTo("a.b[\"x/y\"][0]");
    assertThat(path("[\"anonymous-auth\", \"a\"]").text()).isEqualTo("[\"anonymous-auth\"].a");
    assertThat(path("[\"a\\\"b\"]").text()).isEqualTo("[\"a\\\"b\"]");
    assertThat(path("[]").text()).isEmpty();
  }

  @Test
  void pathsAreFollowed() {
    Value document = Json.read("{\"a\": [{\"b\": null}]}");
    assertThat(path("[\"a\", 0, \"b\"]").in(document)).contains(Json.read("null"));
    assertThat(path("[\"a\", 1]").in(document)).isEmpty();
    assertThat(path("[\"a\", 0, \"b\", \"c\"]").in(document)).isEmpty();
    assertThat(path("[]").in(document)).contains(document);
  }
}
