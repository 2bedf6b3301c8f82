package org.gongkai.form;

import java.util.List;

/** The edition of 国办公开办函〔2021〕30号, for the reports of 2021 and later. */
final class Edition2021 {
  private static final List<Column> DOCUMENTS =
      List.of(
          Column.count("issued", "本年制发件数", "本年制发数", "本年制发数量"),
          Column.count("repealed", "本年废止件数", "本年废止或失效件数", "本年废止数", "本年废止数量"),
          Column.count("inForce", "现行有效件数", "现行有效数", "现行有效数量"));
  private static final List<Column> DECISIONS =
      List.of(Column.count("", "本年处理决定数量", "处理决定数量", "本年处理决定数"));
  private static final List<Column> FEES =
      List.of(new Column("", "本年收费金额（单位：万元）", "", FigureKind.AMOUNT, List.of("本年收费金额")));

  static final Edition EDITION =
      new Edition(
          "2021",
          "国办公开办函〔2021〕30号",
          2021,
          Integer.MAX_VALUE,
          List.of(proactiveDisclosure(), Shared.requests(otherHandling()), Shared.REMEDIES));

  private Edition2021() {}

  private static Table proactiveDisclosure() {
    return Shared.proactiveDisclosure(
        List.of(
            Shared.row("regulations", "规章", "第二十条第（一）项", DOCUMENTS),
            Shared.row("normativeDocuments", "行政规范性文件", "第二十条第（一）项", DOCUMENTS)
                .withAliases("规范性文件"),
            Shared.row("licensing", "行政许可", "第二十条第（五）项", DECISIONS),
            Shared.row("penalties", "行政处罚", "第二十条第（六）项", DECISIONS),
            Shared.row("coercion", "行政强制", "第二十条第（六）项", DECISIONS),
            Shared.row("fees", "行政事业性收费", "第二十条第（八）项", FEES)));
  }

  private static List<Row> otherHandling() {
    String other = "（六）其他处理";
    return List.of(
        Shared.outcome(
            "otherHandling.notCorrectedInTime", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", other),
        Shared.outcome("otherHandling.feeNotPaid", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", other),
        Shared.outcome("otherHandling.other", "3.其他", other));
  }
}
