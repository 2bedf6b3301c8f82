package org.gongkai.lambda;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an office sets for the function: as {@code gongkai.results.bucket} or, in its environment,
 * as {@code GONGKAI_RESULTS_BUCKET}.
 */
@ConfigMapping(prefix = "gongkai")
interface GongkaiConfig {
  Results results();

  /** The largest report that is read, in bytes or as {@code 25M}. */
  @WithDefault("25M")
  MemorySize maxObjectBytes();

  /** What is written for each report; {@code result.json} always is. */
  @WithDefault("result.json,badge.svg,index.html")
  List<String> outputs();

  /** The S3 storage class of outputs; S3's own default where it is not set. */
  Optional<String> storageClass();

  /** How many reports of one event are worked on at a time. */
  @WithDefault("4")
  int concurrency();

  /** With less time than this left, nothing new is begun. */
  @WithDefault("3s")
  Duration margin();

  /**
   * The severities of rules, where they differ from the catalogue: the YAML itself, or {@code
   * s3://bucket/key} of a file with it.
   */
  Optional<String> rules();

  /** Findings that are waived, the same way. */
  Optional<String> waivers();

  /** How long a file of rules or waivers is taken to be as it was before it is looked at again. */
  @WithDefault("60s")
  Duration rulesLookAgain();

  /**
   * Whether a report is checked beside the same issuer's of the year before, if that is among the
   * results.
   */
  @WithDefault("false")
  boolean previousYear();

  Metrics metrics();

  Badge badge();

  /**
   * {@code zh} or {@code en}: the badge's language, and the page's for readers who prefer neither.
   */
  @WithDefault("zh")
  String language();

  /** Where outputs go. */
  interface Results {
    /** Their bucket; the report's own where it is not set. */
    Optional<String> bucket();

    /** What their keys begin with; empty only with a bucket of their own. */
    Optional<String> prefix();
  }

  /** The metrics. */
  interface Metrics {
    /** Their CloudWatch namespace. */
    @WithDefault("Gongkai")
    String namespace();
  }

  /** The badge. */
  interface Badge {
    /** {@code flat} or {@code flat-square}. */
    @WithDefault("flat")
    String shape();
  }
}
