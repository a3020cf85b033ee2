package dev.kspm;

import dev.kspm.resource.Resource;
import dev.kspm.resource.ResourceSnapshot;
import dev.kspm.score.PostureScore;
import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** One scan of a snapshot. */
final class Scan {
  private final Catalogue catalogue;
  private final Kspm.Builder settings;
  private final Instant started;

  Scan(Catalogue catalogue, Kspm.Builder settings, Instant started) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.started = started;
  }

  ScanResult of(ResourceSnapshot snapshot) {
    settings.listener.evaluating(catalogue.rules().size(), snapshot.resources().size());
    Instant time = settings.now != null ? settings.now : snapshot.collectedAt().orElse(started);
    return ScanResult.builder()
        .id(UUID.randomUUID().toString())
        .startedAt(started)
        .finishedAt(Instant.now())
        .time(time)
        .version(String.valueOf(Kspm.class.getPackage().getImplementationVersion()))
        .input(snapshot.input())
        .resources(
            snapshot.resources().stream()
                .collect(
                    Collectors.groupingBy(Resource::type, TreeMap::new, Collectors.counting())))
        .completeness(snapshot.completeness().stream().sorted().toList())
        .score(PostureScore.EMPTY)
        .build();
  }
}
