package org.gongkai.lambda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.event.Rulebook;
import org.gongkai.event.Settings;
import org.gongkai.publish.Output;
import org.gongkai.publish.Style;
import org.gongkai.store.Store;

/** The configuration as the door wants it; what cannot be is said with the name of the setting. */
final class Configured {
  private Configured() {}

  static Settings settings(GongkaiConfig config) {
    String bucket = config.results().bucket().filter(name -> !name.isBlank()).orElse(null);
    // A prefix that is set to nothing is not set, for MicroProfile: with a bucket of their own,
    // outputs need none.
    String prefix = config.results().prefix().orElse(bucket == null ? "results/" : "");
    try {
      return new Settings(
          bucket,
          prefix,
          config.maxObjectBytes().asLongValue(),
          outputs(config.outputs()),
          new Style(shape(config.badge().shape()), language(config.language())),
          config.concurrency(),
          config.margin(),
          config.previousYear());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The configuration of gongkai: " + e.getMessage(), e);
    }
  }

  static Rulebook rulebook(GongkaiConfig config, Store store) {
    try {
      return Rulebook.of(
          store,
          config.rules().orElse(null),
          config.waivers().orElse(null),
          config.rulesLookAgain());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The configuration of gongkai: " + e.getMessage(), e);
    }
  }

  private static List<Output> outputs(List<String> names) {
    List<Output> outputs = new ArrayList<>();
    for (String name : names) {
      outputs.add(
          Arrays.stream(Output.values())
              .filter(output -> output.fileName().equals(name.strip()))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "gongkai.outputs: there is no "
                              + name
                              + ", only "
                              + Arrays.stream(Output.values())
                                  .map(Output::fileName)
                                  .collect(Collectors.joining(", ")))));
    }
    return outputs;
  }

  private static Style.Shape shape(String key) {
    return Arrays.stream(Style.Shape.values())
        .filter(shape -> shape.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "gongkai.badge.shape: flat or flat-square, is " + key));
  }

  private static Style.Language language(String key) {
    return Arrays.stream(Style.Language.values())
        .filter(language -> language.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("gongkai.language: zh or en, is " + key));
  }
}
