package dev.kspm.reports;

import dev.kspm.rule.Severity;

/** How text is emphasised. */
enum Style {
  PLAIN {
    @Override
    String wrap(String code, String text) {
      return text;
    }
  },
  ANSI {
    @Override
    String wrap(String code, String text) {
      return "\u001b[" + code + "m" + text + "\u001b[0m";
    }
  };

  abstract String wrap(String code, String text);

  String bold(String text) {
    return wrap("1", text);
  }

  String faint(String text) {
    return wrap("2", text);
  }

  String severity(Severity severity, String text) {
    return wrap(
        switch (severity) {
          case CRITICAL -> "1;31";
          case HIGH -> "31";
          case MEDIUM -> "33";
          case LOW -> "36";
          case INFO -> "2";
        },
        text);
  }
}
