package dev.kspm.rego.internal.parser;

import dev.kspm.rego.diagnostic.Span;
import dev.kspm.rego.internal.ast.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * The comments of one {@code # METADATA} block: the line that says so and those directly below it.
 */
record AnnotationBlock(List<Comment> comments) {
  AnnotationBlock {
    comments = List.copyOf(comments);
  }

  /** Finds the blocks among the comments of a file. Blocks begin in the first column. */
  static List<AnnotationBlock> find(List<Comment> comments) {
    List<AnnotationBlock> blocks = new ArrayList<>();
    List<Comment> open = new ArrayList<>();
    for (Comment comment : comments) {
      boolean below =
          !open.isEmpty()
              && comment.span().column() == 1
              && comment.span().row() == open.get(open.size() - 1).span().row() + 1;
      boolean begins =
          comment.span().column() == 1 && comment.text().strip().startsWith("METADATA");
      if (!open.isEmpty() && (!below || begins)) {
        blocks.add(new AnnotationBlock(open));
        open.clear();
      }
      if (begins || below) {
        open.add(comment);
      }
    }
    if (!open.isEmpty()) {
      blocks.add(new AnnotationBlock(open));
    }
    return blocks;
  }

  /** The place of the whole block. */
  Span span() {
    Span first = comments.get(0).span();
    Span last = comments.get(comments.size() - 1).span();
    return new Span(first.source(), first.row(), first.column(), first.start(), last.end());
  }

  /**
   * The place that OPA tells for a line of {@link #yaml}, counted from 1: that of the line behind
   * it, if there is one.
   */
  Span lineSpan(int line) {
    return comments.get(Math.min(line + 1, comments.size() - 1)).span();
  }

  /** What stands below the first line, without the {@code #} and the space behind it. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    for (Comment comment : comments.subList(1, comments.size())) {
      String text = comment.text();
      yaml.append(text.startsWith(" ") ? text.substring(1) : text).append('\n');
    }
    return yaml.toString();
  }
}
