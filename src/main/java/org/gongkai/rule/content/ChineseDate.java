package org.gongkai.rule.content;

import java.time.LocalDate;

/** Writes dates as Chinese reports print them. */
final class ChineseDate {
  private ChineseDate() {}

  /** {@code 2023年1月1日}. */
  static String format(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
