package org.gongkai.rule.content;

import java.time.LocalDate;

/** Dates as people write them. */
final class DateFinder {
  private DateFinder() {}

  /** {@code 2023年1月1日}. */
  static String zh(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
