package dev.kspm.benchmarks.peers;

import dev.kspm.rego.CompiledPolicy;
import dev.kspm.rego.PolicySource;
import dev.kspm.rego.RegoEngine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles many modules in a new JVM and asks one of them; says how long the JVM has lived. With
 * {@code --write FOLDER} it writes them for others to compile.
 */
final class ManyModules {
  private static final int MODULES = 1000;

  private ManyModules() {}

  /** Prints the milliseconds that compiling took. */
  public static void main(String[] args) throws IOException {
    if (args.length == 2 && args[0].equals("--write")) {
      write(Files.createDirectories(Path.of(args[1])));
      return;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<PolicySource> sources = new ArrayList<>();
    for (int i = 0; i < MODULES; i++) {
      sources.add(PolicySource.of(name(i), module(i)));
    }
    long start = System.nanoTime();
    CompiledPolicy policy = RegoEngine.create().compile(sources);
    boolean ready = policy.prepare("data.rules.rule7.deny").evaluate().isDefined();
    out.println((System.nanoTime() - start) / 1_000_000 + " " + ready);
  }

  private static void write(Path folder) throws IOException {
    for (int i = 0; i < MODULES; i++) {
      Files.writeString(folder.resolve(name(i)), module(i));
    }
  }

  private static String name(int i) {
    return "rule" + i + ".rego";
  }

  /** A module of the size and shape of rules for cloud resources: helpers, two rules, metadata. */
  private static String module(int i) {
    return """
        # METADATA
        # title: Storage %1$d is safe
        # custom:
        #   severity: high
        package rules.rule%1$d

        import data.rules.rule%2$d as other

        default severity := "high"

        stores contains store if {
          some store in input.stores
          store.kind == "kind%1$d"
        }

        deny contains message if {
          some store in stores
          not is_encrypted(store)
          message := sprintf("store %%v of kind %%v is not encrypted", [store.name, store.kind])
        }

        deny contains message if {
          some store in stores
          some grant in store.grants
          grant.principal == "*"
          not grant.action in {"list", "head"}
          message := sprintf("store %%v is open to everybody: %%v", [store.name, grant.action])
        }

        deny contains message if {
          every store in stores { not store.logging.enabled }
          count(stores) > 0
          message := concat(" ", ["none of", format_int(count(stores), 10), "stores logs"])
        }

        is_encrypted(store) if store.encryption.enabled == true

        is_encrypted(store) if {
          key := store.encryption.key
          startswith(key, "arn:")
          not key in {k | some k in input.revoked}
        }

        linked if other.severity == "high"
        """
        .formatted(i, i + 1 == MODULES ? i : i + 1);
  }
}
