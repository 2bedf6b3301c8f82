package org.gongkai.publish;

import org.jspecify.annotations.Nullable;

/** Writes CSV (RFC 4180) that is safe to open in spreadsheets. */
public final class Csv {
  /** Begins a file, so that spreadsheets read it as UTF-8. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The value of its {@code Content-Type} header. */
  static final String CONTENT_TYPE = "text/csv; charset=utf-8";

  private Csv() {}

  /**
   * A text as a field: quoted where needed, empty for null. An apostrophe is put before a text that
   * a spreadsheet would take for a formula (OWASP, CSV injection).
   */
  public static String field(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return "";
    }
    String safe = Unicode.wellFormed(text);
    if ("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(safe.charAt(0)) >= 0) {
      safe = "'" + safe;
    }
    for (int i = 0; i < safe.length(); i++) {
      char c = safe.charAt(i);
      if (c == '"' || c == ',' || c == '\n' || c == '\r') {
        return '"' + safe.replace("\"", "\"\"") + '"';
      }
    }
    return safe;
  }

  /** A line of fields. */
  static String line(@Nullable String... texts) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      line.append(i == 0 ? "" : ",").append(field(texts[i]));
    }
    return line.append("\r\n").toString();
  }
}
