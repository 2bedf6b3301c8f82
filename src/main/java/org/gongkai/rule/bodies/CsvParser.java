package org.gongkai.rule.bodies;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.rule.config.SettingsException;

/** Parses CSV (RFC 4180) and keeps the position of each field. */
final class CsvParser {
  private final String text;
  private final String file;
  private int at;
  private int line = 1;
  private int lineStart;

  private CsvParser(String text, String file) {
    this.text = text;
    this.file = file;
  }

  /**
   * The lines that are not blank; fields without surrounding spaces.
   *
   * @param file its name, for error messages
   * @throws SettingsException for a quote without end
   */
  static List<List<PositionedText>> parse(String text, String file) {
    return new CsvParser(text, file).lines();
  }

  private List<List<PositionedText>> lines() {
    List<List<PositionedText>> lines = new ArrayList<>();
    while (at <= text.length()) {
      List<PositionedText> fields = line();
      if (!fields.stream().allMatch(PositionedText::isBlank)) {
        lines.add(fields);
      }
    }
    return lines;
  }

  private List<PositionedText> line() {
    List<PositionedText> fields = new ArrayList<>();
    boolean more = true;
    while (more) {
      fields.add(field());
      more = at < text.length() && text.charAt(at) == ',';
      if (!more && text.startsWith("\r\n", at)) {
        at++;
      }
      at++;
    }
    line++;
    lineStart = at;
    return fields;
  }

  private PositionedText field() {
    int startLine = line;
    int startColumn = at - lineStart + 1;
    StringBuilder field = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      quoted(field, startLine, startColumn);
    }
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      field.append(text.charAt(at++));
    }
    return new PositionedText(field.toString().strip(), startLine, startColumn);
  }

  /** Appends the text up to the closing quote. */
  private void quoted(StringBuilder field, int startLine, int startColumn) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        if (at >= text.length() || text.charAt(at) != '"') {
          return;
        }
        at++;
      } else if (c == '\n') {
        line++;
        lineStart = at;
      }
      field.append(c);
    }
    throw new SettingsException(
        file, startLine, startColumn, "此处的引号没有结束。", "the quote that begins here has no end.");
  }
}
