package org.gongkai.event;

/** Hears of reports of the year after one that was checked. */
interface OutcomeListener {
  /** It has its outputs, whether they had to be made again or not. */
  void done(Outcome outcome);

  /** It went wrong for a reason of its own: no fault of the report that led to it. */
  void failed(ObjectChange change, Throwable cause);
}
