package dev.kspm;

import dev.kspm.evaluation.RulePrint;
import dev.kspm.finding.FindingStore;
import dev.kspm.rego.policy.EvaluationLimits;
import dev.kspm.score.SeverityWeights;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the builder was told that each scan needs. */
record ScanSettings(
    FindingStore store,
    EvaluationLimits limits,
    SeverityWeights weights,
    ScanListener listener,
    Consumer<RulePrint> print,
    @Nullable Executor executor,
    @Nullable Instant now) {}
