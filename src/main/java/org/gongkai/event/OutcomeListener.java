package org.gongkai.event;

/** Receives the outcomes of reports that were checked again because the year before changed. */
interface OutcomeListener {
  /** The report's outputs are up to date. */
  void done(Outcome outcome);

  /** Processing failed for a reason that has nothing to do with the change that led to it. */
  void failed(ObjectChange change, Throwable cause);
}
