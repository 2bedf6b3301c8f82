package org.gongkai.event;

import org.gongkai.store.StoreException;

/** Where {@code Report Checked} is put. Safe for use by several threads at once. */
public interface EventBus {
  /**
   * Puts one event.
   *
   * @param detail the event's detail, a JSON object as {@code
   *     org/gongkai/event/report-checked.schema.json} describes it
   * @throws StoreException where the bus did not take it; its kind says whether to try again
   */
  void put(String detail);
}
