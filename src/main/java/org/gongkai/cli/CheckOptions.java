package org.gongkai.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.gongkai.Gongkai;
import org.gongkai.publish.Style;
import org.gongkai.rule.Rules;
import org.gongkai.rule.config.Configuration;
import org.gongkai.rule.config.WaiverUsage;
import org.gongkai.rule.config.Waivers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that checks. */
final class CheckOptions {
  private final LocalDate today = LocalDate.now(ZoneId.systemDefault());

  @Option(names = "--rules", paramLabel = "FILE")
  private @Nullable Path rules;

  @Option(names = "--waivers", paramLabel = "FILE")
  private @Nullable Path waivers;

  @Option(names = "--limit", paramLabel = "MB", defaultValue = "25")
  private int limit = 25;

  @Option(names = "--badge", paramLabel = "flat|flat-square", defaultValue = "flat")
  private String badge = "flat";

  @Option(names = "--badge-lang", paramLabel = "zh|en", defaultValue = "zh")
  private String badgeLanguage = "zh";

  @Option(names = "--badge-label", paramLabel = "TEXT")
  private @Nullable String badgeLabel;

  @Option(names = "--no-counts")
  private boolean withoutCounts;

  @Option(names = "--public-page")
  private boolean publicPage;

  @Option(names = "--by", paramLabel = "NAME")
  private @Nullable String by;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD")
  private @Nullable LocalDate date;

  private @Nullable Waivers waived;

  /** The configured checker. */
  Gongkai gongkai() throws IOException {
    if (rules == null && waivers == null) {
      return Gongkai.standard();
    }
    return Gongkai.with(Rules.standard().with(configuration()).withWaivers(waived(), today));
  }

  /** The severities of rules. */
  Configuration configuration() throws IOException {
    return rules == null
        ? Configuration.standard()
        : Configuration.read(text(rules), rules.toString());
  }

  /** Starts counting which waivers match a finding. */
  WaiverUsage waivers() throws IOException {
    return waived().usage(today);
  }

  private Waivers waived() throws IOException {
    if (waived == null) {
      waived = waivers == null ? Waivers.none() : Waivers.read(text(waivers), waivers.toString());
    }
    return waived;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new UserException(file + " 不是 UTF-8 编码的文本", file + " is no UTF-8 text");
    }
  }

  /** The size of the largest file that is read, in bytes. */
  long limit() {
    if (limit < 1) {
      throw new UserException("--limit 须为 1 或更大", "--limit must be 1 or more");
    }
    return limit * 1024L * 1024L;
  }

  Style style() {
    return new Style(
        choice("--badge", badge, Style.Shape.values()),
        choice("--badge-lang", badgeLanguage, Style.Language.values()),
        badgeLabel,
        !withoutCounts,
        !publicPage,
        by,
        date,
        null);
  }

  private static <E extends Enum<E>> E choice(String option, String given, E[] values) {
    String wanted = given.toUpperCase(Locale.ROOT).replace('-', '_');
    StringBuilder names = new StringBuilder();
    for (E value : values) {
      if (value.name().equals(wanted)) {
        return value;
      }
      names
          .append(names.isEmpty() ? "" : ", ")
          .append(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    throw new UserException(option + " 可用：" + names, option + " takes one of: " + names);
  }
}
