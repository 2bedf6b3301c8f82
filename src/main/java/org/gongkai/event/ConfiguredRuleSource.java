package org.gongkai.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.gongkai.Gongkai;
import org.gongkai.rule.Rules;
import org.gongkai.rule.config.Configuration;
import org.gongkai.rule.config.SettingsException;
import org.gongkai.rule.config.Waivers;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.Store;
import org.gongkai.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Configured rules and waivers, each given as text or as an object of the store. Objects are read
 * for the first report; at intervals one HEAD each checks whether they have changed, and then they
 * are read again.
 */
final class ConfiguredRuleSource implements RuleSource {
  private static final int LARGEST = 1 << 20;

  private final Store store;
  private final @Nullable SettingsFile rules;
  private final @Nullable SettingsFile waivers;
  private final Duration lookAgain;
  private final Clock clock;
  private @Nullable LoadedRules loaded;
  private long checkedAt;

  /**
   * @throws IllegalArgumentException for an {@code s3://} that names no object
   */
  ConfiguredRuleSource(
      Store store,
      @Nullable String rules,
      @Nullable String waivers,
      Duration lookAgain,
      Clock clock) {
    this.store = store;
    this.rules = settingsFile("rules", rules);
    this.waivers = settingsFile("waivers", waivers);
    this.lookAgain = lookAgain;
    this.clock = clock;
  }

  /** One of the two files: its text, or the object that has it. */
  private record SettingsFile(String name, @Nullable String text, @Nullable ObjectLocation place) {}

  /** The content of a file; an empty text for none. */
  private record Content(String text, String etag) {}

  private record LoadedRules(Content rules, Content waivers, LocalDate day, Gongkai gongkai) {}

  private static @Nullable SettingsFile settingsFile(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String stripped = value.strip();
    if (!stripped.startsWith(ObjectLocation.SCHEME)) {
      return new SettingsFile(name, value, null);
    }
    ObjectLocation place = ObjectLocation.at(stripped);
    if (place == null) {
      throw new IllegalArgumentException(
          name + ": s3://bucket/key or the text itself, is " + stripped);
    }
    return new SettingsFile(stripped, null, place);
  }

  @Override
  public boolean isOwn(String bucket, String key) {
    ObjectLocation place = new ObjectLocation(bucket, key);
    return rules != null && place.equals(rules.place())
        || waivers != null && place.equals(waivers.place());
  }

  @Override
  public synchronized Gongkai current() {
    LocalDate day = LocalDate.now(clock);
    long now = clock.millis();
    LoadedRules previous = loaded;
    if (previous != null && now - checkedAt < lookAgain.toMillis() && previous.day().equals(day)) {
      return previous.gongkai();
    }
    // Forget the rules first: after a failure below there must be none.
    loaded = null;
    Content rulesContent = load(rules, previous == null ? null : previous.rules());
    Content waiversContent = load(waivers, previous == null ? null : previous.waivers());
    if (previous == null
        || previous.rules() != rulesContent
        || previous.waivers() != waiversContent
        || !previous.day().equals(day)) {
      previous =
          new LoadedRules(
              rulesContent, waiversContent, day, read(rulesContent, waiversContent, day));
    }
    checkedAt = now;
    loaded = previous;
    return previous.gongkai();
  }

  private Gongkai read(Content rulesContent, Content waiversContent, LocalDate day) {
    try {
      return Gongkai.with(
          Rules.standard()
              .with(Configuration.read(rulesContent.text(), name(rules)))
              .withWaivers(Waivers.read(waiversContent.text(), name(waivers)), day));
    } catch (SettingsException e) {
      throw new RulesUnusableException(e);
    }
  }

  private static String name(@Nullable SettingsFile file) {
    return file == null ? "" : file.name();
  }

  /** The current content; the same object as before if it has not changed. */
  private Content load(@Nullable SettingsFile file, @Nullable Content before) {
    if (file == null || file.place() == null) {
      String text = file == null || file.text() == null ? "" : file.text();
      return before == null ? new Content(text, "") : before;
    }
    if (before != null) {
      ObjectMetadata meta = store.head(file.place()).orElse(null);
      if (meta != null && meta.etag().equals(before.etag())) {
        return before;
      }
    }
    StoredObject content =
        store
            .read(file.place(), LARGEST)
            .orElseThrow(
                () ->
                    new RulesUnusableException(
                        "设置文件不存在：" + file.name(), "there is no " + file.name(), null));
    byte[] bytes =
        content
            .bytes()
            .orElseThrow(
                () ->
                    new RulesUnusableException(
                        "设置文件超过1 MB：" + file.name(), file.name() + " is larger than 1 MB", null));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Content(text, content.metadata().etag());
    } catch (CharacterCodingException e) {
      throw new RulesUnusableException(
          "设置文件不是UTF-8编码的文本：" + file.name(), file.name() + " is no UTF-8 text", e);
    }
  }
}
