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

  /** A format of {@code test}. */
  static final class TestFormats implements ITypeConverter<TestFormat> {
    @Override
    public TestFormat convert(String text) {
      return oneOf(TestFormat.class, text);
    }
  }

  /** A format of {@code check} and {@code parse}. */
  static final class ErrorFormats implements ITypeConverter<ErrorFormat> {
    @Override
    public ErrorFormat convert(String text) {
      return oneOf(ErrorFormat.class, text);
    }
  }

  /** How much of a failed test is explained. */
  static final class TestExplain implements ITypeConverter<TestExplanation> {
    @Override
    public TestExplanation convert(String text) {
      return oneOf(TestExplanation.class, text);
    }
  }

  /** An order of tests. */
  static final class Sort implements ITypeConverter<TestSort> {
    @Override
    public TestSort convert(String text) {
      return oneOf(TestSort.class, text);
    }
  }

  /** A number with a fraction. */
  static final class Fraction implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(
            "strconv.ParseFloat: parsing \"" + text + "\": invalid syntax");
      }
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
