package org.gongkai.report;

import org.gongkai.document.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a table of the form was not found.
 *
 * @param reason why
 * @param where its section's heading, or the first of its labels; null where neither was found
 */
public record Absence(Reason reason, @Nullable Text where) {
  /** Why a table was not found. */
  public enum Reason {
    /** A picture is in its place. */
    PICTURE,
    /** Its figures or labels are there, or may be, and could not be read. */
    UNREAD,
    /** The document ends where it should be. */
    CUT_OFF,
    /** The document goes on without it. */
    MISSING
  }
}
