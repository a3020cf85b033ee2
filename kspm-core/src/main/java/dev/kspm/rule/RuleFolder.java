package dev.kspm.rule;

import dev.kspm.codec.YamlNode;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.diagnostic.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules below a folder: each is a {@code rule.rego} with a {@code rule.yaml} beside it. Other
 * Rego below a folder named {@code lib} is shared by all of them; {@code _test.rego} is left alone.
 * Symbolic links to folders are a problem, since they are not followed. What is in folders whose
 * names begin with a dot is left alone: those of Git, and those of mounted config maps, whose files
 * are seen by links beside them. Immutable.
 *
 * @param rules those that are what they should be, sorted by id
 * @param libraries shared modules
 * @param problems what is wrong with the others, sorted
 */
public record RuleFolder(
    List<Rule> rules, List<PolicySource> libraries, List<RuleProblem> problems) {
  private static final String RULE = "rule.rego";
  private static final String DESCRIPTION = "rule.yaml";

  /** The largest file that is read, in bytes. */
  private static final long FILE_LIMIT = 1 << 20;

  /**
   * Reads a folder.
   *
   * @throws RuleFileException if there is no such folder, or there is no rule in it
   * @throws UncheckedIOException if the folder cannot be listed
   */
  public static RuleFolder read(Path folder) {
    Reading reading = new Reading();
    if (!Files.isDirectory(folder)) {
      throw new RuleFileException(List.of(problem("", folder, "no such folder")));
    }
    // The folder itself may be a link; with a dot behind it, it is what the link leads to.
    boolean isLink = Files.isSymbolicLink(folder);
    try (Stream<Path> files =
        isLink ? Files.walk(folder.resolve(".")).map(Path::normalize) : Files.walk(folder)) {
      files
          .filter(file -> !isHidden(folder.relativize(file)))
          .sorted()
          .forEach(file -> reading.entry(folder, file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    if (reading.rules.isEmpty() && reading.problems.isEmpty()) {
      throw new RuleFileException(List.of(problem("", folder, "no rule.rego in this folder")));
    }
    return new RuleFolder(
        reading.rules.stream().sorted(java.util.Comparator.comparing(Rule::id)).toList(),
        List.copyOf(reading.libraries),
        List.copyOf(reading.problems));
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static RuleProblem problem(String ruleId, Path file, String message) {
    return new RuleProblem(ruleId, file.toString(), 0, 0, RuleProblem.FILE, message);
  }

  private static final class Reading {
    final List<Rule> rules = new ArrayList<>();
    final List<PolicySource> libraries = new ArrayList<>();
    final TreeSet<RuleProblem> problems = new TreeSet<>();

    void entry(Path root, Path path) {
      if (Files.isRegularFile(path)) {
        file(root, path);
      } else if (!path.equals(root) && Files.isSymbolicLink(path)) {
        boolean toFolder = Files.isDirectory(path);
        problems.add(
            problem(
                "", path, toFolder ? "a link to a folder is not followed" : "a link to nothing"));
      }
    }

    private void file(Path root, Path file) {
      String name = String.valueOf(file.getFileName());
      if (name.equals(DESCRIPTION) && !Files.exists(file.resolveSibling(RULE))) {
        problems.add(problem("", file, "no " + RULE + " beside it"));
      } else if (name.equals(RULE)) {
        rule(file);
      } else if (name.endsWith(".rego") && !name.endsWith("_test.rego")) {
        if (isBelowLib(root, file)) {
          text(file).ifPresent(this::library);
        } else {
          problems.add(problem("", file, "neither " + RULE + " nor below a folder named lib"));
        }
      }
    }

    private static final dev.kspm.rego.policy.RegoVersion V1 = dev.kspm.rego.policy.RegoVersion.V1;

    /**
     * A library is kept apart from rules by its package; one without a package is kept as broken.
     */
    private void library(SourceText text) {
      Optional<RegoPackage> home = RegoPackage.of(text);
      if (home.isPresent() && !home.get().isLibrary()) {
        problems.add(
            new RuleProblem(
                "",
                text.name(),
                home.get().row(),
                home.get().column(),
                RuleProblem.FILE,
                "the package of a library is kspm.lib.<name>, not " + home.get().path()));
      } else {
        libraries.add(new PolicySource(text, V1));
      }
    }

    private static boolean isBelowLib(Path root, Path file) {
      for (Path part : root.relativize(file)) {
        if (part.toString().equals("lib")) {
          return true;
        }
      }
      return false;
    }

    private void rule(Path file) {
      Path description = file.resolveSibling(DESCRIPTION);
      if (!Files.exists(description)) {
        problems.add(problem("", file, "no " + DESCRIPTION + " beside it"));
        return;
      }
      Optional<SourceText> yaml = text(description);
      Optional<SourceText> rego = text(file);
      if (yaml.isPresent() && rego.isPresent()) {
        try {
          Rule rule = RuleReader.read(yaml.get(), rego.get(), RuleOrigin.CUSTOM);
          String folder = nameOfFolder(file);
          if (rule.id().equals(folder)) {
            rules.add(rule);
          } else {
            problems.add(notTheFolder(yaml.get(), rule.id(), folder));
          }
        } catch (RuleFileException e) {
          problems.addAll(e.problems());
        }
      }
    }

    private static String nameOfFolder(Path file) {
      Path folder = file.toAbsolutePath().normalize().getParent();
      return folder == null ? "" : String.valueOf(folder.getFileName());
    }

    private static RuleProblem notTheFolder(SourceText yaml, String id, String folder) {
      YamlNode root = YamlNode.read(yaml);
      YamlNode place = root.members().getOrDefault("id", root);
      return RuleProblem.of(
          id, place.error("id must be the name of the folder, " + folder + ", not " + id));
    }

    private Optional<SourceText> text(Path file) {
      @Nullable String wrong;
      try {
        if (Files.size(file) > FILE_LIMIT) {
          wrong = "larger than " + FILE_LIMIT + " bytes";
        } else {
          String text =
              StandardCharsets.UTF_8
                  .newDecoder()
                  .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                  .toString();
          return Optional.of(SourceText.of(file.toString(), text));
        }
      } catch (CharacterCodingException e) {
        wrong = "is not UTF-8";
      } catch (IOException e) {
        wrong = "cannot be read: " + e.getMessage();
      }
      problems.add(problem("", file, wrong));
      return Optional.empty();
    }
  }
}
