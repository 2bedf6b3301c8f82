package org.gongkai.document;

/** What a file is, told by its content. */
public enum Format {
  /** A page, however mangled. */
  HTML("html"),
  /** Plain text. */
  TEXT("text"),
  /** A Word document of 2007 and later, or one in Word's XML. */
  DOCX("docx"),
  /** A page saved as a single file. */
  MHTML("mhtml"),
  /** A binary Word document of before 2007. */
  DOC("doc"),
  /** Rich text; not read. */
  RTF("rtf"),
  /** PDF. */
  PDF("pdf"),
  /** An OpenDocument text; not read. */
  ODT("odt"),
  /** China's format for fixed layout (GB/T 33190); not read. */
  OFD("ofd"),
  /** A spreadsheet of before 2007; not read. */
  XLS("xls"),
  /** A spreadsheet of 2007 and later; not read. */
  XLSX("xlsx"),
  /** A presentation; not read. */
  PPT("ppt"),
  /** An archive of files; not read. */
  ARCHIVE("archive"),
  /** A picture; not read. */
  IMAGE("image"),
  /** Anything else that holds no text. */
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
