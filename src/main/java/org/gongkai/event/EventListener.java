package org.gongkai.event;

/**
 * Is told what the event handler does, one call a change, as it happens; from several threads where
 * it uses several.
 */
public interface EventListener {
  /** The outputs are those of the change, or it needs none. */
  void done(Outcome outcome);

  /** A change could not be carried out, or a message not be understood. */
  void failed(Failure failure);
}
