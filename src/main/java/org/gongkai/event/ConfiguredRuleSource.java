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
 * Rules and waivers as an office configures them, each as its text or as an object of the store.
 * Objects are read when the first report needs them, and again when they have changed; whether they
 * have is looked at once in a while.
 */
final class ConfiguredRuleSource implements RuleSource {
  private static final int LARGEST = 1 << 20;

  private final Store store;
  private final @Nullable Part rules;
  private final @Nullable Part waivers;
  private final Duration lookAgain;
  private final Clock clock;
  private @Nullable Book book;
  private long looked;

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
    this.rules = part("rules", rules);
    this.waivers = part("waivers", waivers);
    this.lookAgain = lookAgain;
    this.clock = clock;
  }

  /** One of the two files: its text, or the object that has it. */
  private record Part(String name, @Nullable String text, @Nullable ObjectLocation place) {}

  /** What was read of a file; an empty text for none. */
  private record Page(String text, String etag) {}

  private record Book(Page rules, Page waivers, LocalDate day, Gongkai gongkai) {}

  private static @Nullable Part part(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    String wanted = value.strip();
    if (!wanted.startsWith(ObjectLocation.SCHEME)) {
      return new Part(name, value, null);
    }
    ObjectLocation place = ObjectLocation.at(wanted);
    if (place == null) {
      throw new IllegalArgumentException(
          name + ": s3://bucket/key or the text itself, is " + wanted);
    }
    return new Part(wanted, null, place);
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
    Book known = book;
    if (known != null && now - looked < lookAgain.toMillis() && known.day().equals(day)) {
      return known.gongkai();
    }
    // Until all is well again, nothing is: a fault below leaves no rules behind.
    book = null;
    Page configured = page(rules, known == null ? null : known.rules());
    Page waived = page(waivers, known == null ? null : known.waivers());
    if (known == null
        || known.rules() != configured
        || known.waivers() != waived
        || !known.day().equals(day)) {
      known = new Book(configured, waived, day, read(configured, waived, day));
    }
    looked = now;
    book = known;
    return known.gongkai();
  }

  private Gongkai read(Page configured, Page waived, LocalDate day) {
    try {
      return Gongkai.with(
          Rules.standard()
              .with(Configuration.read(configured.text(), name(rules)))
              .withWaivers(Waivers.read(waived.text(), name(waivers)), day));
    } catch (SettingsException e) {
      throw new RulesUnusableException(e);
    }
  }

  private static String name(@Nullable Part part) {
    return part == null ? "" : part.name();
  }

  /** The page as it is now; the same as before where it has not changed. */
  private Page page(@Nullable Part part, @Nullable Page before) {
    if (part == null || part.place() == null) {
      String text = part == null || part.text() == null ? "" : part.text();
      return before == null ? new Page(text, "") : before;
    }
    if (before != null) {
      ObjectMetadata meta = store.head(part.place()).orElse(null);
      if (meta != null && meta.etag().equals(before.etag())) {
        return before;
      }
    }
    StoredObject content =
        store
            .read(part.place(), LARGEST)
            .orElseThrow(
                () ->
                    new RulesUnusableException(
                        "设置文件不存在：" + part.name(), "there is no " + part.name(), null));
    byte[] bytes =
        content
            .bytes()
            .orElseThrow(
                () ->
                    new RulesUnusableException(
                        "设置文件超过1 MB：" + part.name(), part.name() + " is larger than 1 MB", null));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Page(text, content.metadata().etag());
    } catch (CharacterCodingException e) {
      throw new RulesUnusableException(
          "设置文件不是UTF-8编码的文本：" + part.name(), part.name() + " is no UTF-8 text", e);
    }
  }
}
