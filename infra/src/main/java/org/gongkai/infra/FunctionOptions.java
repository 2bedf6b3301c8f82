package org.gongkai.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Runtime;

/** The options of the function: its code, size, limits and outputs. */
record FunctionOptions(
    CodeFrom codeFrom,
    Path zip,
    Packaging packaging,
    Jdk jdk,
    Machine machine,
    int memory,
    int timeout,
    Optional<Integer> reservedConcurrency,
    boolean tracing,
    int logRetentionDays,
    long maxObjectBytes,
    int concurrency,
    List<String> outputs,
    StorageClass storageClass,
    String metricsNamespace,
    Optional<S3Object> rules,
    Optional<S3Object> waivers,
    Optional<S3Object> bodies,
    boolean previousYear,
    boolean byIssuer,
    boolean tags,
    Wording wording) {

  /** Texts of badges and pages that replace the standard ones. */
  record Wording(Optional<String> label, boolean counts, PageKind page, Optional<String> by) {}

  /** The content of pages. */
  enum PageKind {
    /** With suggested figures. */
    FULL,
    /** Without suggestions. */
    PUBLIC;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A text that fits on a badge or in a line of a page. */
  private static final Pattern WORDS = Pattern.compile("[^\\p{Cntrl}<>&]{1,40}");

  static final List<String> OUTPUTS =
      List.of("result.json", "badge.svg", "index.html", "badge.json");

  /** The retention times that CloudWatch Logs supports, in days; 0 is for ever. */
  private static final List<Integer> RETENTIONS =
      List.of(
          0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  enum CodeFrom {
    /** The CDK uploads the zip. */
    ASSET,
    /** Parameters of the template name the zip: for a template that is deployed without the CDK. */
    PARAMETERS;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Packaging {
    NATIVE("mvn -Dnative package", "not.used"),
    JVM("mvn package", "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest");

    private final String build;
    private final String handler;

    Packaging(String build, String handler) {
      this.build = build;
      this.handler = handler;
    }

    String build() {
      return build;
    }

    String handler() {
      return handler;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Jdk {
    JAVA25,
    JAVA21;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum Machine {
    ARM64,
    X86_64;

    Architecture architecture() {
      return this == ARM64 ? Architecture.ARM_64 : Architecture.X86_64;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum StorageClass {
    STANDARD,
    STANDARD_IA,
    ONEZONE_IA,
    INTELLIGENT_TIERING
  }

  static FunctionOptions from(ContextReader context, Partition partition) {
    FunctionOptions options =
        new FunctionOptions(
            context.choice("code", CodeFrom.ASSET),
            Path.of(
                context.text(
                    "functionPackage",
                    "../target/function.zip",
                    Pattern.compile(".+\\.zip"),
                    "the path of a zip file")),
            context.choice("packaging", Packaging.NATIVE),
            context.choice("runtime", Jdk.JAVA25),
            context.choice("architecture", Machine.ARM64),
            context.number("memory", 512, 128, 10_240),
            context.number("timeout", 60, 10, 900),
            context.optionalNumber("reservedConcurrency", 1, 100_000),
            context.flag("tracing", false),
            context.number("logRetentionDays", 90, 0, 3653),
            context.number("maxObjectBytes", 26_214_400L, 1024, 536_870_912L),
            context.number("concurrency", 4, 1, 64),
            context.some("outputs", "result.json,badge.svg,index.html", OUTPUTS),
            context.choice("storageClass", StorageClass.STANDARD),
            context.text(
                "metricsNamespace",
                "Gongkai",
                Patterns.NAMESPACE,
                "a CloudWatch namespace that does not begin with AWS/"),
            context
                .optional("rules", S3Object.SHAPE, "an object that exists: s3://bucket/key")
                .map(S3Object::of),
            context
                .optional("waivers", S3Object.SHAPE, "an object that exists: s3://bucket/key")
                .map(S3Object::of),
            context
                .optional("bodies", S3Object.SHAPE, "an object that exists: s3://bucket/key")
                .map(S3Object::of),
            context.flag("previousYear", false),
            context.flag("byIssuer", false),
            context.flag("tags", false),
            new Wording(
                context.optional("badgeLabel", WORDS, "up to 40 characters, none of < > &"),
                context.flag("badgeCounts", true),
                context.choice("page", PageKind.FULL),
                context.optional("pageBy", WORDS, "up to 40 characters, none of < > &")));
    if (options.codeFrom == CodeFrom.ASSET) {
      FunctionPackage.problem(options.zip, options.packaging, options.machine)
          .ifPresent(problem -> context.problem("functionPackage", "%s", problem));
    }
    if (options.packaging == Packaging.NATIVE && context.has("runtime")) {
      context.problem(
          "runtime",
          "is for packaging=jvm only: a native package brings its own and runs on provided.al2023");
    }
    if (!options.outputs.contains("result.json")) {
      context.problem(
          "outputs", "must have result.json among them: the other outputs are kept in step by it");
    }
    if (options.byIssuer && !options.outputs.contains("badge.svg")) {
      context.problem("byIssuer", "needs badge.svg among the outputs");
    }
    if (!RETENTIONS.contains(options.logRetentionDays)) {
      context.problem(
          "logRetentionDays",
          "takes one of %s (0: for ever), not '%d'",
          RETENTIONS,
          options.logRetentionDays);
    }
    if (options.tracing) {
      partition.require(Partition.Feature.X_RAY, "tracing", context);
    }
    return options;
  }

  Runtime runtime() {
    return packaging == Packaging.NATIVE
        ? Runtime.PROVIDED_AL2023
        : jdk == Jdk.JAVA25 ? Runtime.JAVA_25 : Runtime.JAVA_21;
  }

  /** Whether the runtime is older than the newest, for regions that lack it. */
  boolean jdkIsOlder() {
    return runtime().toString().equals(Runtime.JAVA_21.toString());
  }

  /**
   * The function's configuration as environment variables, without values equal to its defaults.
   */
  Map<String, String> environment() {
    Map<String, String> environment =
        new TreeMap<>(
            Map.of(
                "GONGKAI_MAX_OBJECT_BYTES", String.valueOf(maxObjectBytes),
                "GONGKAI_OUTPUTS", String.join(",", outputs),
                "GONGKAI_METRICS_NAMESPACE", metricsNamespace,
                "GONGKAI_CONCURRENCY", String.valueOf(concurrency)));
    if (storageClass != StorageClass.STANDARD) {
      environment.put("GONGKAI_STORAGE_CLASS", storageClass.name());
    }
    rules.ifPresent(object -> environment.put("GONGKAI_RULES", object.toString()));
    waivers.ifPresent(object -> environment.put("GONGKAI_WAIVERS", object.toString()));
    bodies.ifPresent(object -> environment.put("GONGKAI_BODIES", object.toString()));
    if (previousYear) {
      environment.put("GONGKAI_PREVIOUS_YEAR", "true");
    }
    if (byIssuer) {
      environment.put("GONGKAI_BY_ISSUER", "true");
    }
    if (tags) {
      environment.put("GONGKAI_TAGS", "true");
    }
    wording.label().ifPresent(label -> environment.put("GONGKAI_BADGE_LABEL", label));
    if (!wording.counts()) {
      environment.put("GONGKAI_BADGE_COUNTS", "false");
    }
    if (wording.page() == PageKind.PUBLIC) {
      environment.put("GONGKAI_PAGE_SUGGESTIONS", "false");
    }
    wording.by().ifPresent(by -> environment.put("GONGKAI_PAGE_BY", by));
    return environment;
  }
}
