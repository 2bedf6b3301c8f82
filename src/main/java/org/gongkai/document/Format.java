package org.gongkai.document;

/** What a file is, told by its content. */
public enum Format {
  /** A page, however mangled. */
  HTML("html"),
  /** Plain text. */
  TEXT("text"),
  /** A Word document. */
  DOCX("docx"),
  /** A page saved as a single file. */
  MHTML("mhtml"),
  /** A binary Word document of before 2007. */
  DOC("doc"),
  /** Rich text; not read. */
  RTF("rtf"),
  /** PDF. */
  PDF("pdf"),
  /** A picture, an archive or anything else that holds no text. */
  BINARY("binary"),
  /** Nothing, or white space only. */
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
    return this == HTML
        || this == TEXT
        || this == DOCX
        || this == DOC
        || this == MHTML
        || this == PDF;
  }
}
