package dev.kspm.rego.internal.exec;

import dev.kspm.rego.value.Value;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The definitions that an index lets through.
 *
 * @param links for each chain, which of its links
 * @param early whether the first success decides
 */
record OpenRules(List<Chain> chains, List<BitSet> links, @Nullable Chain otherwise, boolean early) {
  OpenRules {
    chains = List.copyOf(chains);
    links = List.copyOf(links);
  }

  int size() {
    return chains.size();
  }

  /** Runs all of them, as often as they succeed. */
  void runAll(Run run, Value[] args, Sink sink) {
    for (int i = 0; i < chains.size(); i++) {
      chains.get(i).runObserved(run, args, sink, links.get(i), false);
    }
  }

  void run(Run run, Value[] args, Sink sink) {
    boolean any = false;
    for (int i = 0; i < chains.size(); i++) {
      any |= chains.get(i).runObserved(run, args, sink, links.get(i), early);
      if (any && early || sink instanceof OneValue one && one.conflict != null) {
        return;
      }
    }
    if (!any && otherwise != null) {
      BitSet first = new BitSet();
      first.set(0);
      otherwise.runObserved(run, args, sink, first, early);
    }
  }
}
