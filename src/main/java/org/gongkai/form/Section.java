package org.gongkai.form;

import java.util.List;

/**
 * A section that every report has (国办公开办函〔2021〕30号, the same six in 〔2019〕60号).
 *
 * @param number 1 to 6
 * @param title its title without the number: {@code 总体情况}
 * @param aliases other titles in published reports
 */
public record Section(int number, String title, List<String> aliases) {
  /** The six sections in order. */
  public static final List<Section> ALL =
      List.of(
          new Section(1, "总体情况", List.of("概述", "总体概况")),
          new Section(2, "主动公开政府信息情况", List.of("主动公开情况", "主动公开政府信息的情况")),
          new Section(3, "收到和处理政府信息公开申请情况", List.of("收到和处理政府信息公开申请的情况", "依申请公开政府信息情况")),
          new Section(
              4, "政府信息公开行政复议、行政诉讼情况", List.of("因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、提起行政诉讼情况")),
          new Section(
              5,
              "存在的主要问题及改进情况",
              List.of(
                  "存在问题及改进情况",
                  "存在的问题及改进情况",
                  "存在的主要问题和改进情况",
                  "存在的主要问题及改进措施",
                  "存在的主要问题和改进措施",
                  "政府信息公开工作存在的主要问题及改进情况")),
          new Section(6, "其他需要报告的事项", List.of("需要报告的其他事项", "其他需要报告事项", "其他事项")));

  public Section {
    aliases = List.copyOf(aliases);
  }
}
