package org.gongkai.document.reader;

/** The logging of PDFBox and POI: what they would say of a damaged file, the result says. */
public final class LibraryLogging {
  private LibraryLogging() {}

  /**
   * Turns it off. Call it at the start of a program, before a file is read. POI logs by Log4j,
   * which prints a line of its own where it has no provider, as in a native image.
   */
  public static void turnOff() {
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    System.setProperty("log4j2.StatusLogger.level", "OFF");
    System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
  }
}
