package org.gongkai.report;

import org.gongkai.document.Document;

/** Lines documents up with the form. */
public final class Reports {
  private Reports() {}

  /** Reads a report out of a document. Never throws for what is in it: see {@link Report#nature()}. */
  public static Report read(Document document) {
    throw new UnsupportedOperationException("not yet");
  }
}
