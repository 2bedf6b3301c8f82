package org.gongkai.document;

/** What a file is, told by its content. */
public enum Format {
  HTML("html"),
  TEXT("text"),
  DOCX("docx"),
  MHTML("mhtml"),
  /** A binary Word document of before 2007; not read. */
  DOC("doc"),
  /** Rich text; not read. */
  RTF("rtf"),
  PDF("pdf"),
  /** A picture, an archive or anything else that holds no text. */
  BINARY("binary"),
  EMPTY("empty");

  private final String key;

  Format(String key) {
    this.key = key;
  }

  /** The name in results. */
  public String key() {
    return key;
  }

  /** Whether a document of this format can be read. */
  public boolean readable() {
    return this == HTML || this == TEXT || this == DOCX || this == MHTML;
  }
}
