package org.gongkai.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Validates a state machine in Amazon States Language: each state has a known type and only that
 * type's fields, each transition leads to an existing state, each state can be reached, and from
 * each an end can be reached.
 */
final class StatesLanguage {

  private static final Set<String> ANY =
      Set.of("Type", "Comment", "Output", "Assign", "QueryLanguage");
  private static final Map<String, Set<String>> FIELDS =
      Map.of(
          "Pass", Set.of("Next", "End"),
          "Choice", Set.of("Choices", "Default"),
          "Task",
              Set.of(
                  "Next",
                  "End",
                  "Resource",
                  "Arguments",
                  "Retry",
                  "Catch",
                  "TimeoutSeconds",
                  "HeartbeatSeconds",
                  "Credentials"),
          "Map",
              Set.of(
                  "Next",
                  "End",
                  "Label",
                  "ItemReader",
                  "ItemSelector",
                  "ItemBatcher",
                  "Items",
                  "ItemProcessor",
                  "MaxConcurrency",
                  "ToleratedFailurePercentage",
                  "ToleratedFailureCount",
                  "ResultWriter",
                  "Retry",
                  "Catch"),
          "Fail", Set.of("Error", "Cause"),
          "Succeed", Set.of(),
          "Wait", Set.of("Next", "End", "Seconds", "Timestamp"));

  private final List<String> problems = new ArrayList<>();
  private final Set<String> everyName = new HashSet<>();

  private StatesLanguage() {}

  static List<String> problems(JsonNode machine) {
    StatesLanguage check = new StatesLanguage();
    if (!machine.path("QueryLanguage").asText().equals("JSONata")) {
      check.problems.add("the query language is not JSONata");
    }
    check.machine("", machine);
    return check.problems;
  }

  private void machine(String where, JsonNode machine) {
    JsonNode states = machine.path("States");
    Set<String> names = new TreeSet<>();
    states.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> require(everyName.add(name), name + " is the name of two states"));
    String start = machine.path("StartAt").asText();
    require(names.contains(start), where + "StartAt names no state: " + start);
    states.properties().forEach(state -> state(where + state.getKey(), state.getValue(), names));

    Set<String> reached = reached(start, states);
    names.stream()
        .filter(name -> !reached.contains(name))
        .forEach(name -> problems.add(where + name + " is never reached"));
    names.stream()
        .filter(name -> reached(name, states).stream().noneMatch(end -> ends(states.path(end))))
        .forEach(name -> problems.add(where + name + " never comes to an end"));
  }

  private void state(String name, JsonNode state, Set<String> names) {
    String type = state.path("Type").asText();
    require(FIELDS.containsKey(type), name + " has the unknown type " + type);
    require(name.length() <= 80 || name.contains("/"), name + " is longer than 80 characters");
    state
        .fieldNames()
        .forEachRemaining(
            field ->
                require(
                    ANY.contains(field) || FIELDS.getOrDefault(type, Set.of()).contains(field),
                    name + " takes no " + field));
    next(state)
        .forEach(
            to -> require(names.contains(to), name + " goes to " + to + ", which is no state"));
    if (!Set.of("Choice", "Fail", "Succeed").contains(type)) {
      require(
          state.has("Next") != state.path("End").asBoolean(),
          name + " must have either Next or End");
    }
    switch (type) {
      case "Task" -> {
        require(state.path("Resource").asText().startsWith("arn:"), name + " has no resource");
        require(state.has("Arguments"), name + " has no arguments");
      }
      case "Choice" -> {
        require(state.has("Default"), name + " has no default");
        state
            .path("Choices")
            .forEach(
                choice ->
                    require(
                        expression(choice.path("Condition")),
                        name + " has a choice without a JSONata condition"));
      }
      case "Map" -> map(name, state);
      default -> {}
    }
    for (String handlers : List.of("Retry", "Catch")) {
      errors(name + "'s " + handlers, state.path(handlers));
    }
  }

  private void map(String name, JsonNode map) {
    JsonNode processor = map.path("ItemProcessor");
    boolean distributed = processor.at("/ProcessorConfig/Mode").asText().equals("DISTRIBUTED");
    require(
        distributed
            || !map.has("ItemReader") && !map.has("ResultWriter") && !map.has("ItemBatcher"),
        name + " reads, batches or writes, which only a distributed map does");
    require(
        Set.of("STANDARD", "EXPRESS")
            .contains(processor.at("/ProcessorConfig/ExecutionType").asText()),
        name + " has no execution type");
    require(
        map.has("ItemReader") != map.has("Items"),
        name + " must have either an ItemReader or Items");
    JsonNode batch = map.at("/ItemBatcher/MaxItemsPerBatch");
    require(
        batch.isMissingNode() || batch.isInt() && batch.asInt() > 0 || expression(batch),
        name + "'s batch is no number");
    for (String number : List.of("MaxConcurrency", "ToleratedFailurePercentage")) {
      JsonNode value = map.path(number);
      require(
          value.isMissingNode() || value.isNumber() || expression(value),
          name + "'s " + number + " is neither number nor JSONata");
    }
    for (String service : List.of("ItemReader", "ResultWriter")) {
      require(
          map.path(service).isMissingNode()
              || map.path(service).path("Resource").asText().startsWith("arn:"),
          name + "'s " + service + " has no resource");
    }
    machine(name + "/", processor);
  }

  /** States.ALL must stand alone and last; every other list names what it is about. */
  private void errors(String where, JsonNode handlers) {
    int index = 0;
    for (JsonNode handler : handlers) {
      List<String> errors =
          StreamSupport.stream(handler.path("ErrorEquals").spliterator(), false)
              .map(JsonNode::asText)
              .toList();
      require(!errors.isEmpty(), where + " handles no error");
      require(
          !errors.contains("States.ALL") || errors.size() == 1 && index == handlers.size() - 1,
          where + ": States.ALL must be alone and last");
      index++;
    }
  }

  private static boolean expression(JsonNode value) {
    return value.asText().startsWith("{%") && value.asText().endsWith("%}");
  }

  private static boolean ends(JsonNode state) {
    return state.path("End").asBoolean()
        || Set.of("Fail", "Succeed").contains(state.path("Type").asText());
  }

  private static Set<String> reached(String from, JsonNode states) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String name = open.pop();
      if (seen.add(name)) {
        open.addAll(next(states.path(name)));
      }
    }
    return seen;
  }

  private static List<String> next(JsonNode state) {
    List<String> next = new ArrayList<>();
    for (JsonNode way : List.of(state.path("Next"), state.path("Default"))) {
      if (way.isTextual()) {
        next.add(way.asText());
      }
    }
    for (String ways : List.of("Choices", "Catch")) {
      state.path(ways).forEach(way -> next.add(way.path("Next").asText()));
    }
    return next;
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  /** Asserts that exactly the names in a state machine's definition are substituted. */
  static void assertNamesAreFilledIn(JsonNode machine) {
    Set<String> named =
        Pattern.compile("\\$\\{(\\w+)}")
            .matcher(machine.path("DefinitionString").asText())
            .results()
            .map(name -> name.group(1))
            .collect(Collectors.toSet());
    assertThat(machine.path("DefinitionSubstitutions").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(named);
  }
}
