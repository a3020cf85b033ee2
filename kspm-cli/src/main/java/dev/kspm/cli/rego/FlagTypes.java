package dev.kspm.cli.rego;

import dev.kspm.cli.InputError;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Types of options, whose complaints are worded as those of Go programs. */
final class FlagTypes {
  private FlagTypes() {}

  /** A whole number. */
  static final class Int implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      if (!text.matches("[+-]?[0-9]+")) {
        throw new TypeConversionException(
            "strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
      }
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "strconv.ParseInt: parsing \"" + text + "\": value out of range");
      }
    }
  }

  /** True or false. */
  static final class Bool implements ITypeConverter<Boolean> {
    @Override
    public Boolean convert(String text) {
      return switch (text) {
        case "1", "t", "T", "TRUE", "true", "True" -> true;
        case "0", "f", "F", "FALSE", "false", "False" -> false;
        default ->
            throw new TypeConversionException(
                "strconv.ParseBool: parsing \"" + text + "\": invalid syntax");
      };
    }
  }

  /** A stretch of time. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      try {
        return GoTime.parse(text);
      } catch (InputError e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    }
  }

  /** One of some words. */
  private static <E extends Enum<E>> E oneOf(Class<E> type, String text) {
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    throw new TypeConversionException(
        "must be one of {"
            + Arrays.stream(type.getEnumConstants())
                .map(Enum::name)
                .collect(Collectors.joining(","))
            + "}");
  }

  /** A format of {@code eval}. */
  static final class Format implements ITypeConverter<EvalFormat> {
    @Override
    public EvalFormat convert(String text) {
      return oneOf(EvalFormat.class, text);
    }
  }

  /** How much of an evaluation is told. */
  static final class Explain implements ITypeConverter<EvalExplanation> {
    @Override
    public EvalExplanation convert(String text) {
      return oneOf(EvalExplanation.class, text);
    }
  }

  /** What runs the policy. */
  static final class Target implements ITypeConverter<EvalTarget> {
    @Override
    public EvalTarget convert(String text) {
      return oneOf(EvalTarget.class, text);
    }
  }
}
