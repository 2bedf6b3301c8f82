package org.gongkai.rule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hexadecimal digits. */
public final class Sha256 {
  private static final int SHORT = 16;

  private Sha256() {}

  /** The digest of bytes, 64 digits. */
  public static String of(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The first 16 digits of the digest of a text. */
  public static String of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
  }
}
