package dev.kspm.rego.differential;

import java.util.List;

/**
 * What a rule of an earlier place gives to later ones.
 *
 * @param packagePath the package without {@code data.}
 * @param name the ground part of the reference below the package, as written
 * @param rest what follows the name: arguments or keys as places for terms
 * @param args the number of arguments, or -1 for what is no function
 * @param type the type of a use
 */
record Symbol(String packagePath, String name, String rest, int args, Type type) {
  boolean isFunction() {
    return args >= 0;
  }

  String path() {
    return "data." + packagePath + "." + name;
  }

  /** How the symbol is called from a module. */
  Template from(ModuleText module, Dice dice) {
    String text;
    if (module.packagePath().equals(packagePath) && dice.percent(85)) {
      text = name;
    } else if (module.aliases().containsKey(packagePath) && dice.percent(75)) {
      text = module.aliases().get(packagePath) + "." + name;
    } else {
      text = path();
    }
    return new Template(type, text + rest);
  }

  /** Whether a {@code with} may replace it as a whole. */
  boolean isReplaceable() {
    return rest.isEmpty() || isFunction();
  }

  static List<Symbol> of(List<Symbol> symbols, Type type) {
    return symbols.stream().filter(s -> type.equals(Type.ANY) || s.type.equals(type)).toList();
  }
}
