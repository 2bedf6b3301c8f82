package org.gongkai.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Name and version of this program in outputs. */
public final class Validator {
  /** The program's name. */
  public static final String NAME = "gongkai";

  /** Its version, such as {@code 1.0.0}; {@code dev} in an unpackaged build. */
  public static final String VERSION = version();

  /** The version of the rule catalogue: the newest edition of the form, and a number. */
  public static final String RULES = "2021.1";

  private Validator() {}

  private static String version() {
    try (InputStream in = Validator.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        return "dev";
      }
      Properties properties = new Properties();
      properties.load(in);
      String version = properties.getProperty("version", "dev");
      return version.startsWith("$") ? "dev" : version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
