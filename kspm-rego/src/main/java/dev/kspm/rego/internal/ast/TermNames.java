package dev.kspm.rego.internal.ast;

/** The words by which messages and the JSON form call the kinds of terms. */
public final class TermNames {
  private TermNames() {}

  public static String of(Term term) {
    if (term instanceof Scalar s) {
      return s.value().type().regoName();
    } else if (term instanceof Var) {
      return "var";
    } else if (term instanceof Ref) {
      return "ref";
    } else if (term instanceof Call) {
      return "call";
    } else if (term instanceof ArrayTerm) {
      return "array";
    } else if (term instanceof SetTerm) {
      return "set";
    } else if (term instanceof ObjectTerm) {
      return "object";
    } else if (term instanceof ArrayComprehension) {
      return "arraycomprehension";
    } else if (term instanceof SetComprehension) {
      return "setcomprehension";
    } else if (term instanceof ObjectComprehension) {
      return "objectcomprehension";
    } else if (term instanceof TemplateString) {
      return "templatestring";
    }
    throw new IllegalStateException(term.getClass().getName());
  }
}
