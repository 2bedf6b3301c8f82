package org.gongkai.rendering;

import java.util.List;
import java.util.Random;
import org.gongkai.form.Edition;
import org.gongkai.form.Section;

/**
 * Generates the prose of a report: headings in common variants, and paragraphs with numbers and
 * labels.
 */
final class ProseGenerator {
  private final GeneratedReport generated;
  private final Random random;

  ProseGenerator(GeneratedReport generated, Random random) {
    this.generated = generated;
    this.random = random;
  }

  String preamble() {
    int year = generated.year();
    return GeneratedReport.pick(
        random,
        List.of(
            "根据《中华人民共和国政府信息公开条例》（国务院令第711号）和"
                + generated.edition().notice()
                + "要求，编制本报告。本报告由六个部分组成，所列数据的统计期限自"
                + year
                + "年1月1日起至"
                + year
                + "年12月31日止。联系电话：0599-8123456，邮编：365200。",
            "本报告按照《中华人民共和国政府信息公开条例》第五十条的规定编制，数据统计期限为"
                + year
                + "年1月1日至12月31日。如有疑问，请与"
                + generated.issuer()
                + "联系（地址：滨河路18号，电话：0599-8123456）。"));
  }

  String heading(int number) {
    Section section = Section.ALL.get(number - 1);
    String title =
        random.nextInt(3) > 0 || section.aliases().isEmpty() || number == 1
            ? section.title()
            : GeneratedReport.pick(random, section.aliases());
    String mark =
        random.nextInt(4) > 0
            ? "、"
            : GeneratedReport.pick(random, List.of("．", " 、", "、　", ".", "、 "));
    return "一二三四五六".charAt(number - 1) + mark + title;
  }

  List<String> section(int number) {
    int year = generated.year();
    return switch (number) {
      case 1 ->
          List.of(
              year + "年，" + generated.issuer() + "坚持公开透明，稳步推进政府信息公开各项工作。",
              "（一）主动公开。全年在门户网站发布信息"
                  + (40 + random.nextInt(2000))
                  + "条，其中规划计划类12条、行政许可类公示信息"
                  + (1 + random.nextInt(90))
                  + "条，政策解读26篇，召开新闻发布会3场。",
              requests(),
              "（三）平台建设。政务新媒体推送稿件" + (100 + random.nextInt(900)) + "篇，关注人数1.2万，第二十条规定的栏目均按月更新。");
      case 3 -> random.nextInt(3) == 0 ? List.of("本年度申请渠道以网络为主，信函次之，具体情况见下表。") : List.of();
      case 5 ->
          List.of(
              "存在的主要问题：一是公开内容还不够丰富，二是依申请公开答复的规范性有待提高，三是解读形式较为单一。",
              "改进情况：一是开展业务培训2次，二是完善审查制度，三是增加图文解读的比例。");
      case 6 -> List.of("本年度未收取信息处理费。", "人大代表建议和政协提案办理结果均已按要求公开。");
      default -> List.of();
    };
  }

  /** A table of something else, with words of table II in it. */
  List<List<String>> decoy() {
    return List.of(
        List.of("信息类别", "发布数量（条）"),
        List.of("规划计划", "12"),
        List.of("行政许可", String.valueOf(20 + random.nextInt(50))),
        List.of("行政处罚", String.valueOf(1 + random.nextInt(9))),
        List.of("行政规范性文件", "5"),
        List.of("合计", "88"));
  }

  /** A sentence that names labels with the year before's figures. */
  String narrated(int number) {
    int before = generated.year() - 1;
    return switch (number) {
      case 2 ->
          before + "年主动公开规章0件，行政规范性文件" + (1 + random.nextInt(9)) + "件，作出行政许可决定136件、行政处罚决定27件。";
      case 3 ->
          before
              + "年新收政府信息公开申请"
              + (30 + random.nextInt(60))
              + "件，其中自然人31件、商业企业4件，予以公开18件、部分公开5件、不予公开2件、无法提供7件，总计32件。";
      default -> before + "年行政复议3件，结果维持2件、尚未审结1件；行政诉讼1件，总计4件。";
    };
  }

  List<String> notes() {
    return List.of(
        "注：1.本表统计范围包括机关本级及所属" + (2 + random.nextInt(8)) + "家单位。",
        "2.其他法律行政法规规定的情形以答复时为准。",
        "3.其他未尽事项见办事指南。");
  }

  private String requests() {
    String start = Edition.REQUESTS + '/';
    if (generated.plantedError() != PlantedError.NONE) {
      return "（二）依申请公开。畅通网上、信函、当面三种渠道，所有申请均在法定期限内办理。";
    }
    return "（二）依申请公开。本年新收政府信息公开申请"
        + generated.figure(start + "newRequests/total").toPlainString()
        + "件，上年结转"
        + generated.figure(start + "carriedOver/total").toPlainString()
        + "件，结转下年度继续办理"
        + generated.figure(start + "carriedForward/total").toPlainString()
        + "件。";
  }
}
