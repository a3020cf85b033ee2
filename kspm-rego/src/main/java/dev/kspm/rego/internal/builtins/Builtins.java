package dev.kspm.rego.internal.builtins;

import dev.kspm.rego.builtin.Builtin;
import dev.kspm.rego.policy.Capabilities;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Builtins by name: OPA's, and those of a host. Immutable and thread-safe.
 *
 * <p>All of OPA's signatures are here, also those of builtins that cannot be called yet; {@link
 * #callable} tells them apart.
 */
public final class Builtins {
  private static final List<Consumer<Definitions>> CATEGORIES =
      List.of(
          Comparison::define,
          Arithmetic::define,
          Aggregates::define,
          Arrays::define,
          Sets::define,
          Objects::define,
          Documents::define,
          Schemas::define,
          Strings::define,
          Formatting::define,
          Regexes::define,
          Globs::define,
          Bits::define,
          Conversions::define,
          Types::define,
          Encodings::define,
          Serialization::define,
          Uris::define,
          Times::define,
          Digests::define,
          Certificates::define,
          Tokens::define,
          TokenSigning::define,
          Graphs::define,
          Graphql::define,
          Http::define,
          Networks::define,
          Semver::define,
          Units::define,
          Uuids::define,
          Aws::define,
          Reflection::define,
          Tracing::define);

  private final Map<String, Builtin> byName;
  private final Map<String, Builtin> byOperator;
  private final Set<String> missing;

  private Builtins(Map<String, Builtin> byName, Set<String> missing) {
    this.byName = byName;
    this.missing = missing;
    this.byOperator = new LinkedHashMap<>();
    for (Builtin builtin : byName.values()) {
      String operator = builtin.descriptor().infix();
      if (operator != null && !operator.equals("in")) {
        byOperator.put(operator, builtin);
      }
    }
  }

  /** All builtins of OPA. */
  public static Builtins standard() {
    Definitions definitions = new Definitions();
    CATEGORIES.forEach(category -> category.accept(definitions));
    return new Builtins(new TreeMap<>(definitions.builtins()), Set.copyOf(definitions.missing()));
  }

  /** These builtins and some of a host, which may replace ours. */
  public Builtins with(Collection<Builtin> more) {
    Map<String, Builtin> all = new TreeMap<>(byName);
    Set<String> stillMissing = new TreeSet<>(missing);
    for (Builtin builtin : more) {
      all.put(builtin.descriptor().name(), builtin);
      stillMissing.remove(builtin.descriptor().name());
    }
    return new Builtins(all, Set.copyOf(stillMissing));
  }

  /** The builtin of a name, or {@code null}. */
  public @Nullable Builtin find(String name) {
    return byName.get(name);
  }

  /** The builtin of an infix operator other than {@code in}, or {@code null}. */
  public @Nullable Builtin operator(String infix) {
    return byOperator.get(infix);
  }

  /** All builtins in the order of their names. */
  public Collection<Builtin> all() {
    return List.copyOf(byName.values());
  }

  /** Whether the builtin of this name exists and has a function. */
  public boolean callable(String name) {
    return byName.containsKey(name) && !missing.contains(name);
  }

  /** Everything that can be called and reaches no network, environment, randomness or file. */
  public Capabilities defaultCapabilities() {
    Set<String> names = new TreeSet<>(byName.keySet());
    names.removeAll(missing);
    names.removeAll(Capabilities.REACHING_OUT);
    return new Capabilities(
        names, Capabilities.ALL_FEATURES, Capabilities.ALL_FUTURE_KEYWORDS, Set.of());
  }

  /** Everything that can be called. */
  public Capabilities allCapabilities() {
    return defaultCapabilities()
        .withBuiltins(
            Set.copyOf(Capabilities.REACHING_OUT.stream().filter(this::callable).toList()));
  }
}
