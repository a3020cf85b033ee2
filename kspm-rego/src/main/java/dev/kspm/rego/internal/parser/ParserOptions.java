package dev.kspm.rego.internal.parser;

import dev.kspm.rego.policy.Capabilities;
import dev.kspm.rego.policy.RegoVersion;
import java.util.Set;

/**
 * How a text is to be read.
 *
 * @param version the version of the language
 * @param futureKeywords words of {@code future.keywords} that are on without an import
 * @param features what capabilities name: {@code keywords_in_refs}, {@code template_strings},
 *     {@code rego_v1_import}, {@code rego_v2_import}
 * @param annotations whether metadata annotations are read
 * @param skipRules whether statements are queries even where they could be rules
 */
public record ParserOptions(
    RegoVersion version,
    Set<String> futureKeywords,
    Features features,
    boolean annotations,
    boolean skipRules) {

  /** The parts of the language that capabilities may lack. */
  public record Features(
      boolean keywordsInRefs,
      boolean templateStrings,
      boolean notKeyword,
      boolean andKeyword,
      boolean orKeyword) {
    public static final Features ALL = new Features(true, true, true, true, true);
  }

  /** Everything that the version has, without annotations. */
  public static ParserOptions of(RegoVersion version) {
    return new ParserOptions(
        version,
        Set.of(),
        new Features(true, version == RegoVersion.V1, true, true, true),
        false,
        false);
  }

  public ParserOptions withAnnotations() {
    return new ParserOptions(version, futureKeywords, features, true, skipRules);
  }

  /** These options with keywords that hold as if they were imported. */
  public ParserOptions withFutureKeywords(Set<String> words) {
    return new ParserOptions(version, Set.copyOf(words), features, annotations, skipRules);
  }

  public ParserOptions withoutRules() {
    return new ParserOptions(version, futureKeywords, features, annotations, true);
  }

  /** These options with what the capabilities have, and no more. */
  public ParserOptions with(Capabilities capabilities) {
    return new ParserOptions(
        version,
        futureKeywords,
        new Features(
            capabilities.features().contains("keywords_in_refs"),
            features.templateStrings() && capabilities.features().contains("template_strings"),
            capabilities.futureKeywords().contains("not"),
            capabilities.futureKeywords().contains("and"),
            capabilities.futureKeywords().contains("or")),
        annotations,
        skipRules);
  }
}
