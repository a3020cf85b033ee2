package dev.kspm.rego.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What the public and protected members of a public class name in their signatures. */
final class ApiSignatures {
  private ApiSignatures() {}

  /** The members whose signature names a class that it should not. */
  static Set<String> of(JavaClass one, Predicate<JavaClass> forbidden) {
    Set<String> found = new TreeSet<>();
    if (isPublic(one)) {
      for (JavaMember member : one.getMembers()) {
        if (isShown(member) && namesAny(member, forbidden)) {
          found.add(member.getDescription());
        }
      }
    }
    return found;
  }

  private static boolean isPublic(JavaClass one) {
    return one.getModifiers().contains(JavaModifier.PUBLIC)
        && one.getEnclosingClass().map(ApiSignatures::isPublic).orElse(true);
  }

  private static boolean isShown(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean namesAny(JavaMember member, Predicate<JavaClass> forbidden) {
    if (member instanceof JavaField field) {
      return names(field.getType(), forbidden);
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return names(code.getReturnType(), forbidden)
        || code.getParameterTypes().stream().anyMatch(type -> names(type, forbidden));
  }

  private static boolean names(JavaType type, Predicate<JavaClass> forbidden) {
    return type.getAllInvolvedRawTypes().stream().anyMatch(forbidden);
  }
}
