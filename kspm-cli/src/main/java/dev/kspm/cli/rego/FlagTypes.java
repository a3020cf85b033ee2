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

  /** One of the words that the constants of a type are named for. */
  private abstract static class OneOf<E extends Enum<E>> implements ITypeConverter<E> {
    private final Class<E> type;

    OneOf(Class<E> type) {
      this.type = type;
    }

    @Override
    public E convert(String text) {
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
  }

  /** A format of {@code eval}. */
  static final class Format extends OneOf<EvalFormat> {
    Format() {
      super(EvalFormat.class);
    }
  }

  /** How much of an evaluation is told. */
  static final class Explain extends OneOf<EvalExplanation> {
    Explain() {
      super(EvalExplanation.class);
    }
  }

  /** A format of {@code test}. */
  static final class TestFormats extends OneOf<TestFormat> {
    TestFormats() {
      super(TestFormat.class);
    }
  }

  /** A format of {@code check} and {@code parse}. */
  static final class ErrorFormats extends OneOf<ErrorFormat> {
    ErrorFormats() {
      super(ErrorFormat.class);
    }
  }

  /** How much of a failed test is explained. */
  static final class TestExplain extends OneOf<TestExplanation> {
    TestExplain() {
      super(TestExplanation.class);
    }
  }

  /** An order of tests. */
  static final class Sort extends OneOf<TestSort> {
    Sort() {
      super(TestSort.class);
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
  static final class Target extends OneOf<EvalTarget> {
    Target() {
      super(EvalTarget.class);
    }
  }
}
