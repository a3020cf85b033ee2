package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.SourceText;
import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Annotations;
import dev.kspm.rego.internal.ast.BodyStatement;
import dev.kspm.rego.internal.ast.Comment;
import dev.kspm.rego.internal.ast.Import;
import dev.kspm.rego.internal.ast.Module;
import dev.kspm.rego.internal.ast.Node;
import dev.kspm.rego.internal.ast.PackageDeclaration;
import dev.kspm.rego.internal.ast.Rule;
import dev.kspm.rego.internal.ast.Statement;
import dev.kspm.rego.policy.RegoVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a module of the statements of a text. */
final class Modules {
  private final SourceText source;
  private final RegoVersion version;
  private final boolean annotations;
  private final V1Rules v1Rules;
  private final RuleFromBody ruleFromBody;
  private final List<Complaint> complaints = new ArrayList<>();
  private String hint = "";

  Modules(SourceText source, ParserOptions options, V1Rules v1Rules, Set<String> builtins) {
    this.source = source;
    this.version = options.version();
    this.annotations = options.annotations();
    this.v1Rules = v1Rules;
    this.ruleFromBody = new RuleFromBody(builtins, v1Rules);
  }

  /** What to add to the first message about metadata: a hint that no other message has taken. */
  void hint(String text) {
    hint = text;
  }

  List<Complaint> complaints() {
    return complaints;
  }

  /** The module, or {@code null} with complaints. */
  @Nullable Module module(List<Statement> statements, List<Comment> comments) {
    List<AnnotationBlock> blocks = annotations ? AnnotationBlock.find(comments) : List.of();
    List<Annotations> read = read(blocks);
    if (!complaints.isEmpty()) {
      return null;
    }
    if (statements.isEmpty()) {
      if (read.isEmpty()) {
        complain(new Span(source, 0, 0, 0, 0), "empty module");
      } else {
        complain(read.get(0).span(), "package expected");
      }
      return null;
    }
    Statement first = statements.get(0);
    PackageDeclaration declaration = first instanceof PackageDeclaration p ? p : null;
    if (declaration == null) {
      complain(first.span(), "package expected");
    }
    List<Import> imports = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    boolean isV1 = version == RegoVersion.V1;
    for (int n = 1; n < statements.size(); n++) {
      Statement statement = statements.get(n);
      if (statement instanceof Import i) {
        imports.add(i);
        String path = i.path().toString();
        isV1 |= path.equals("rego.v1") || path.equals("rego.v2");
      } else if (statement instanceof Rule r) {
        rules.add(r);
      } else if (statement instanceof BodyStatement b) {
        Rule rule = ruleFromBody.rule(b.body());
        if (rule == null) {
          Statement next = n + 1 < statements.size() ? statements.get(n + 1) : null;
          String hint = isV1 ? "" : KeywordHints.after(b.body(), next);
          complain(b.body().exprs().get(0).span(), ruleFromBody.problem() + hint);
        } else {
          rules.add(rule);
        }
      } else {
        complain(statement.span(), "unexpected package");
      }
    }
    if (isV1) {
      for (Rule rule : rules) {
        v1Rules.addTo(complaints, rule);
      }
    }
    if (declaration == null || !complaints.isEmpty()) {
      return null;
    }
    Module module =
        new Module(source, version, isV1, declaration, imports, List.of(), rules, comments);
    return blocks.isEmpty() ? module : annotated(module, blocks, read);
  }

  /** Adds what is wrong with the blocks of a text that is wrong otherwise. */
  void checkBlocks(List<Comment> comments) {
    if (annotations) {
      read(AnnotationBlock.find(comments));
    }
  }

  private List<Annotations> read(List<AnnotationBlock> blocks) {
    List<Annotations> read = new ArrayList<>();
    for (AnnotationBlock block : blocks) {
      AnnotationReader reader = new AnnotationReader(block);
      Annotations annotations = reader.read();
      if (annotations != null) {
        read.add(annotations);
      }
      Complaint complaint = reader.complaint();
      if (complaint != null) {
        complaints.add(new Complaint(complaint.message() + hint, complaint.span(), true));
        hint = "";
      }
    }
    return read;
  }

  private @Nullable Module annotated(
      Module module, List<AnnotationBlock> blocks, List<Annotations> read) {
    List<Node> targets = new ArrayList<>();
    targets.add(module.packageDeclaration());
    targets.addAll(module.imports());
    targets.addAll(module.rules());
    targets.sort(Comparator.comparingInt(n -> n.span().start()));
    AnnotationAttachment attachment = new AnnotationAttachment(targets);
    read.forEach(attachment::attach);
    complaints.addAll(attachment.complaints());
    if (!complaints.isEmpty()) {
      return null;
    }
    return new Module(
        source,
        version,
        module.isV1(),
        module.packageDeclaration(),
        module.imports(),
        attachment.attached(),
        attachment.rules(module.rules()),
        withBlockSpans(module.comments(), blocks));
  }

  /** OPA gives the first comment of a block the place of all of it. */
  private static List<Comment> withBlockSpans(
      List<Comment> comments, List<AnnotationBlock> blocks) {
    List<Comment> result = new ArrayList<>(comments);
    int i = 0;
    for (AnnotationBlock block : blocks) {
      Comment first = block.comments().get(0);
      while (result.get(i) != first) {
        i++;
      }
      result.set(i, new Comment(first.text(), block.span()));
    }
    return result;
  }

  private void complain(Span place, String message) {
    complaints.add(new Complaint(message, place, false));
  }
}
