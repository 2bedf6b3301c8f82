package org.gongkai.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The units of measure that follow figures in reports. */
public final class Units {
  private static final Set<String> COUNTS =
      Set.of("件", "条", "个", "项", "起", "份", "部", "次", "宗", "例", "人", "人次", "件次", "案", "类", "家");

  /** The value of each unit of money in yuan. */
  private static final Map<String, BigDecimal> YUAN =
      Map.ofEntries(
          Map.entry("角", new BigDecimal("0.1")),
          Map.entry("元", BigDecimal.ONE),
          Map.entry("百元", new BigDecimal("1e2")),
          Map.entry("千元", new BigDecimal("1e3")),
          Map.entry("万", new BigDecimal("1e4")),
          Map.entry("万元", new BigDecimal("1e4")),
          Map.entry("十万元", new BigDecimal("1e5")),
          Map.entry("百万", new BigDecimal("1e6")),
          Map.entry("百万元", new BigDecimal("1e6")),
          Map.entry("千万", new BigDecimal("1e7")),
          Map.entry("千万元", new BigDecimal("1e7")),
          Map.entry("亿", new BigDecimal("1e8")),
          Map.entry("亿元", new BigDecimal("1e8")));

  private static final Set<String> FOREIGN =
      Set.of("美元", "美金", "港元", "港币", "欧元", "日元", "英镑", "澳门元", "USD", "HKD", "EUR");

  private Units() {}

  /** Whether a word is a unit: of counts, or of Chinese or foreign money. */
  public static boolean isUnit(String word) {
    return COUNTS.contains(word) || YUAN.containsKey(word) || FOREIGN.contains(word);
  }

  /**
   * The value of a unit of Chinese money in yuan: 10,000 for {@code 万} and {@code 万元}; null for any
   * other word.
   */
  public static @Nullable BigDecimal yuan(String unit) {
    return YUAN.get(unit);
  }
}
