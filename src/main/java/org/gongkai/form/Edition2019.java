package org.gongkai.form;

import java.util.List;

/** The trial edition of 国办公开办函〔2019〕60号, for the reports of 2019 and 2020. */
final class Edition2019 {
  private static final List<Column> DOCUMENTS =
      List.of(
          Column.count("created", "本年新制作数量"),
          Column.count("disclosed", "本年新公开数量"),
          Column.count("totalDisclosed", "对外公开总数量"));
  private static final Column PREVIOUS = Column.count("previousItems", "上一年项目数量");
  private static final Column CHANGE =
      new Column("change", "本年增/减", "", FigureKind.CHANGE, List.of());
  private static final List<Column> DECISIONS =
      List.of(PREVIOUS, CHANGE, Column.count("decisions", "处理决定数量"));
  private static final List<Column> PURCHASES =
      List.of(
          Column.count("items", "采购项目数量"),
          new Column("amount", "采购总金额", "", FigureKind.AMOUNT, List.of("采购总金额（单位：万元）")));

  static final Edition EDITION =
      new Edition(
          "2019",
          "国办公开办函〔2019〕60号",
          2019,
          2020,
          List.of(
              proactiveDisclosure(),
              Shared.requests(List.of(Shared.outcome("otherHandling", "（六）其他处理"))),
              Shared.REMEDIES));

  private Edition2019() {}

  private static Table proactiveDisclosure() {
    return Shared.proactiveDisclosure(
        List.of(
            Shared.row("regulations", "规章", "第二十条第（一）项", DOCUMENTS),
            Shared.row("normativeDocuments", "规范性文件", "第二十条第（一）项", DOCUMENTS)
                .withAliases("行政规范性文件"),
            Shared.row("licensing", "行政许可", "第二十条第（五）项", DECISIONS),
            Shared.row("otherServices", "其他对外管理服务事项", "第二十条第（五）项", DECISIONS),
            Shared.row("penalties", "行政处罚", "第二十条第（六）项", DECISIONS),
            Shared.row("coercion", "行政强制", "第二十条第（六）项", DECISIONS),
            Shared.row("fees", "行政事业性收费", "第二十条第（八）项", List.of(PREVIOUS, CHANGE)),
            Shared.row("procurement", "政府集中采购", "第二十条第（九）项", PURCHASES)));
  }
}
