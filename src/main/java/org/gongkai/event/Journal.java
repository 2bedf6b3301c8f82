package org.gongkai.event;

/**
 * Hears what the door does, one call a change, as it happens; from several threads where the door
 * uses several.
 */
public interface Journal {
  /** A change was worked in. */
  void done(Outcome outcome);

  /** A change could not be worked in, or a message not be understood. */
  void failed(Failure failure);
}
