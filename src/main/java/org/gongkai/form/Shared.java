package org.gongkai.form;

import java.util.ArrayList;
import java.util.List;

/** Parts common to all editions: table III without its rows under （六）其他处理, and table IV. */
final class Shared {
  static final String RESULTS = "三、本年度办理结果";

  /** The applicants of table III. */
  static final List<Column> APPLICANTS =
      List.of(
          Column.count("naturalPerson", "自然人"),
          applicant("commercial", "商业企业"),
          applicant("research", "科研机构"),
          applicant("publicInterest", "社会公益组织"),
          applicant("legalService", "法律服务机构"),
          applicant("other", "其他"),
          Column.count("total", "总计", "合计"));

  private static final List<Column> ENDINGS =
      List.of(
          Column.count("upheld", "结果维持"),
          Column.count("corrected", "结果纠正"),
          Column.count("other", "其他结果"),
          Column.count("pending", "尚未审结"),
          Column.count("total", "总计", "合计"));

  static final Table REMEDIES =
      new Table(
          Edition.REMEDIES,
          "表四 政府信息公开行政复议、行政诉讼情况",
          "Table IV, reconsideration and litigation",
          4,
          List.of(
              ending("reconsideration", "行政复议", List.of()),
              ending("litigationDirect", "未经复议直接起诉", List.of("行政诉讼")),
              ending("litigationAfterReconsideration", "复议后起诉", List.of("行政诉讼"))),
          true,
          List.of());

  private Shared() {}

  private static Column applicant(String key, String label) {
    return new Column(key, label, "法人或其他组织", FigureKind.COUNT, List.of());
  }

  private static Row ending(String key, String label, List<String> parents) {
    return new Row(key, label, parents, ENDINGS, false, List.of());
  }

  /** Table II with an edition's rows. */
  static Table proactiveDisclosure(List<Row> rows) {
    return new Table(
        Edition.PROACTIVE_DISCLOSURE,
        "表二 主动公开政府信息情况",
        "Table II, proactive disclosure",
        2,
        rows,
        false,
        List.of("信息内容"));
  }

  /** A row of table II, under a heading such as 第二十条第（一）项. */
  static Row row(String key, String label, String heading, List<Column> columns) {
    return new Row(key, label, List.of(heading), columns, false, List.of());
  }

  /** Table III with an edition's rows under （六）其他处理. */
  static Table requests(List<Row> otherHandling) {
    List<Row> rows = new ArrayList<>();
    rows.add(row("newRequests", "一、本年新收政府信息公开申请数量"));
    rows.add(row("carriedOver", "二、上年结转政府信息公开申请数量"));
    rows.add(outcome("disclosed", "（一）予以公开"));
    rows.add(outcome("partiallyDisclosed", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"));
    String refused = "（三）不予公开";
    rows.add(outcome("refused.stateSecret", "1.属于国家秘密", refused));
    rows.add(outcome("refused.prohibitedByLaw", "2.其他法律行政法规禁止公开", refused));
    rows.add(outcome("refused.securityAndStability", "3.危及“三安全一稳定”", refused));
    rows.add(outcome("refused.thirdPartyRights", "4.保护第三方合法权益", refused));
    rows.add(outcome("refused.internalAffairs", "5.属于三类内部事务信息", refused));
    rows.add(outcome("refused.deliberativeProcess", "6.属于四类过程性信息", refused));
    rows.add(outcome("refused.enforcementFile", "7.属于行政执法案卷", refused));
    rows.add(outcome("refused.administrativeInquiry", "8.属于行政查询事项", refused));
    String unavailable = "（四）无法提供";
    rows.add(outcome("unavailable.notHeld", "1.本机关不掌握相关政府信息", unavailable));
    rows.add(outcome("unavailable.requiresCreation", "2.没有现成信息需要另行制作", unavailable));
    rows.add(outcome("unavailable.stillUnclear", "3.补正后申请内容仍不明确", unavailable));
    String notProcessed = "（五）不予处理";
    rows.add(outcome("notProcessed.petition", "1.信访举报投诉类申请", notProcessed));
    rows.add(outcome("notProcessed.duplicate", "2.重复申请", notProcessed));
    rows.add(outcome("notProcessed.publication", "3.要求提供公开出版物", notProcessed));
    rows.add(outcome("notProcessed.excessive", "4.无正当理由大量反复申请", notProcessed));
    rows.add(outcome("notProcessed.reconfirmation", "5.要求行政机关确认或重新出具已获取信息", notProcessed));
    rows.addAll(otherHandling);
    rows.add(new Row("outcomeTotal", "（七）总计", List.of(RESULTS), APPLICANTS, false, List.of()));
    rows.add(row("carriedForward", "四、结转下年度继续办理"));
    return new Table(
        Edition.REQUESTS,
        "表三 收到和处理政府信息公开申请情况",
        "Table III, requests received and handled",
        3,
        rows,
        false,
        List.of("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况"));
  }

  private static Row row(String key, String label) {
    return new Row(key, label, List.of(), APPLICANTS, false, List.of());
  }

  static Row outcome(String key, String label, String... under) {
    List<String> parents = new ArrayList<>(List.of(RESULTS));
    parents.addAll(List.of(under));
    return new Row(key, label, parents, APPLICANTS, true, List.of());
  }
}
