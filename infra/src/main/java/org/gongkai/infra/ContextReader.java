package org.gongkai.infra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads options from the CDK's context ({@code -c name=value}, or {@code cdk.json}).
 *
 * <p>Each option is read by its name, which also makes it known: a new option is one line where it
 * is used. An invalid value is noted and replaced by the default, so that {@link #throwIfInvalid()}
 * can report all mistakes in one message.
 */
final class ContextReader {

  /** An option, for the operator's guide. */
  record Known(String name, String fallback, String takes) {}

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, Known> known = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  ContextReader(Map<String, ?> context) {
    context.forEach(
        (name, value) -> {
          if (!belongsToTheCdk(name) && value != null) {
            values.put(name, asText(value));
          }
        });
  }

  /** The CDK keeps feature flags, settings and the answers of look-ups in the same context. */
  private static boolean belongsToTheCdk(String name) {
    return name.startsWith("@")
        || name.startsWith("aws:")
        || name.startsWith("aws-cdk:")
        || name.startsWith("cdk-")
        || name.startsWith("cc-api-provider:")
        || name.startsWith("availability-zones:");
  }

  private static String asText(Object value) {
    return value instanceof Collection<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value).strip();
  }

  String text(String name, String fallback, Pattern shape, String takes) {
    know(name, fallback, takes);
    String value = values.getOrDefault(name, fallback);
    if (value.isEmpty() && fallback.isEmpty() || shape.matcher(value).matches()) {
      return value;
    }
    problem(name, "takes %s, not '%s'", takes, value);
    return fallback;
  }

  /** As {@link #text}; empty without a value. */
  Optional<String> optional(String name, Pattern shape, String takes) {
    return Optional.of(text(name, "", shape, takes)).filter(value -> !value.isEmpty());
  }

  int number(String name, int fallback, int least, int most) {
    return (int) number(name, (long) fallback, least, most);
  }

  long number(String name, long fallback, long least, long most) {
    return number(name, String.valueOf(fallback), least, most).orElse(fallback);
  }

  Optional<Integer> optionalNumber(String name, int least, int most) {
    return number(name, "", least, most).map(Long::intValue);
  }

  private Optional<Long> number(String name, String fallback, long least, long most) {
    String takes = "a whole number from " + least + " to " + most;
    know(name, fallback, takes);
    String value = values.getOrDefault(name, fallback);
    if (value.isEmpty() && fallback.isEmpty()) {
      return Optional.empty();
    }
    if (value.matches("-?\\d{1,18}")) {
      long number = Long.parseLong(value);
      if (least <= number && number <= most) {
        return Optional.of(number);
      }
    }
    problem(name, "takes %s, not '%s'", takes, value);
    return Optional.empty();
  }

  boolean flag(String name, boolean fallback) {
    String takes = "true or false";
    know(name, String.valueOf(fallback), takes);
    String value = values.getOrDefault(name, String.valueOf(fallback));
    if (!value.equals("true") && !value.equals("false")) {
      problem(name, "takes %s, not '%s'", takes, value);
      return fallback;
    }
    return value.equals("true");
  }

  /** One of an enum's constants, by what its {@code toString} says. */
  <E extends Enum<E>> E choice(String name, E fallback) {
    Map<String, E> choices = choices(fallback.getDeclaringClass());
    String takes = "one of " + String.join(", ", choices.keySet());
    know(name, fallback.toString(), takes);
    String value = values.getOrDefault(name, fallback.toString());
    if (!choices.containsKey(value)) {
      problem(name, "takes %s, not '%s'%s", takes, value, nearest(value, choices.keySet()));
      return fallback;
    }
    return choices.get(value);
  }

  private static <E extends Enum<E>> Map<String, E> choices(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .collect(Collectors.toMap(Object::toString, e -> e, (a, b) -> a, LinkedHashMap::new));
  }

  /** Some of a fixed set of words, separated by commas. */
  List<String> some(String name, String fallback, List<String> words) {
    String takes = "a list of " + String.join(", ", words);
    List<String> parts = list(name, fallback, Pattern.compile(".+"), takes);
    for (String part : parts) {
      if (!words.contains(part)) {
        problem(name, "takes %s; '%s' is none of them%s", takes, part, nearest(part, words));
      }
    }
    return parts;
  }

  List<String> list(String name, String fallback, Pattern shape, String takes) {
    know(name, fallback, takes);
    List<String> parts =
        Arrays.stream(values.getOrDefault(name, fallback).split(","))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .distinct()
            .toList();
    for (String part : parts) {
      if (!shape.matcher(part).matches()) {
        problem(name, "takes %s; '%s' is not", takes, part);
      }
    }
    return parts;
  }

  boolean has(String name) {
    return !values.getOrDefault(name, "").isEmpty();
  }

  void problem(String name, String message, Object... arguments) {
    problems.add(name + " " + message.formatted(arguments));
  }

  Collection<Known> known() {
    return known.values();
  }

  /**
   * Reports all mistakes, unknown options included.
   *
   * @throws InvalidOptions if there are any
   */
  void throwIfInvalid() {
    for (String name : new TreeSet<>(values.keySet())) {
      if (!known.containsKey(name)) {
        problem(name, "is no option of this stack%s", nearest(name, known.keySet()));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidOptions(problems);
    }
  }

  private void know(String name, String fallback, String takes) {
    known.put(name, new Known(name, fallback, takes));
  }

  private static String nearest(String word, Collection<String> words) {
    return SpellingSuggester.to(word, words)
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("");
  }
}
