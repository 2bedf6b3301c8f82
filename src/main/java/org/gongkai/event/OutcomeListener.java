package org.gongkai.event;

/** Hears of reports that were worked in because another one was. */
interface OutcomeListener {
  void done(Outcome outcome);

  /** It went wrong for a reason of its own: no fault of the report that led to it. */
  void failed(ObjectChange change, Throwable cause);
}
