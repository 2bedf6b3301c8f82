package org.gongkai.event;

/**
 * Is notified of each change that the event handler processed; from several threads if it uses
 * several.
 */
public interface EventListener {
  /** A change was processed: its outputs are up to date, or it needs none. */
  void done(Outcome outcome);

  /** A change could not be processed, or an event or message was not understood. */
  void failed(Failure failure);
}
