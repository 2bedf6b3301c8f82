package org.gongkai.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.cli.SampleReport.Style;

/**
 * What lies in {@code samples/}. After a change run {@link #main} in the project's root; a test
 * holds the files to what is said here.
 */
final class SampleFiles {
  static final String PASSES = "yunxi-county-2023.html";
  static final String MISTYPED = "qingshi-town-2023.html";
  static final String GBK = "yunxi-education-2023.html";
  static final String NO_REPORT = "holiday-notice.html";

  private SampleFiles() {}

  public static void main(String[] args) throws IOException {
    for (Map.Entry<String, byte[]> file : all().entrySet()) {
      Files.write(Path.of("samples", file.getKey()), file.getValue());
    }
  }

  /** The files by name. */
  static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(PASSES, county(2023).html(Style.SITE, "utf-8").getBytes(StandardCharsets.UTF_8));
    files.put(MISTYPED, mistyped().html(Style.SITE, "utf-8").getBytes(StandardCharsets.UTF_8));
    files.put(GBK, education().html(Style.WORD, "gb2312").getBytes(Charset.forName("GBK")));
    files.put(NO_REPORT, notice().getBytes(StandardCharsets.UTF_8));
    return files;
  }

  /** A report in which everything holds. */
  static SampleReport county(int year) {
    return new SampleReport("云溪县人民政府", year)
        .index("yx0001/" + (year + 1) + "-00012")
        .published((year + 1) + "-01-18")
        .contact("如有疑问，请与云溪县人民政府办公室联系（地址：云溪县临江路1号）。")
        .section(
            1,
            "（一）主动公开。全年通过县政府网站发布信息4215条，政务新媒体推送信息1862条，举行新闻发布会6场，重要文件与解读材料同步起草、同步发布。",
            "（二）依申请公开。全年新收政府信息公开申请131件，上年结转7件；全年办结131件，结转下年度继续办理7件。答复前逐件会商，疑难事项由法律顾问出具意见。",
            "（三）信息管理与平台。对现行文件逐件核对有效性，县政府网站完成适老化改造，乡镇政务公开专区实现全覆盖。",
            "（四）监督保障。每季度抽查一次各单位公开情况，全年培训业务人员两期、共96人次，没有发生需要追究责任的情形。")
        .row("proactiveDisclosure", "regulations", "0", "0", "0")
        .row("proactiveDisclosure", "normativeDocuments", "6", "3", "41")
        .row("proactiveDisclosure", "licensing", "21874")
        .row("proactiveDisclosure", "penalties", "1536")
        .row("proactiveDisclosure", "coercion", "212")
        .row("proactiveDisclosure", "fees", "1863.52")
        .requests("newRequests", 118, 9, 0, 1, 3, 0)
        .requests("carriedOver", 6, 1, 0, 0, 0, 0)
        .requests("disclosed", 47, 4, 0, 0, 1, 0)
        .requests("partiallyDisclosed", 15, 1, 0, 0, 1, 0)
        .requests("refused.prohibitedByLaw", 1, 0, 0, 0, 0, 0)
        .requests("refused.thirdPartyRights", 3, 1, 0, 0, 0, 0)
        .requests("refused.internalAffairs", 2, 0, 0, 0, 0, 0)
        .requests("refused.deliberativeProcess", 4, 0, 0, 0, 0, 0)
        .requests("refused.enforcementFile", 5, 1, 0, 0, 0, 0)
        .requests("refused.administrativeInquiry", 6, 0, 0, 0, 0, 0)
        .requests("unavailable.notHeld", 22, 2, 0, 1, 1, 0)
        .requests("unavailable.requiresCreation", 3, 0, 0, 0, 0, 0)
        .requests("unavailable.stillUnclear", 2, 0, 0, 0, 0, 0)
        .requests("notProcessed.petition", 4, 0, 0, 0, 0, 0)
        .requests("notProcessed.duplicate", 2, 0, 0, 0, 0, 0)
        .requests("notProcessed.reconfirmation", 1, 0, 0, 0, 0, 0)
        .requests("otherHandling.notCorrectedInTime", 1, 0, 0, 0, 0, 0)
        .balanced()
        .row("remedies", "reconsideration", "3", "1", "0", "1")
        .row("remedies", "litigationDirect", "1", "0", "0", "0")
        .row("remedies", "litigationAfterReconsideration", "1", "0", "0", "1")
        .section(
            5,
            "存在的主要问题：一是部分乡镇公开的内容更新不够及时；二是政策解读以文字为主，形式比较单一。",
            "改进情况：一是按月通报更新情况，逾期未更新的限期改正；二是增加图解和短视频，对涉及群众切身利益的政策逐项举例说明。")
        .section(6, "本年度依申请公开没有收取信息处理费。没有其他需要报告的事项。");
  }

  /** A town whose clerk typed 2 for 5: a row and a column no longer add up. */
  private static SampleReport mistyped() {
    return new SampleReport("云溪县青石镇人民政府", 2023)
        .index("yx0107/2024-00003")
        .published("2024-01-12")
        .contact("联系电话见青石镇便民服务中心公示栏。")
        .section(
            1,
            "全年主动公开信息318条，其中镇村财务信息96条。全年新收政府信息公开申请14件，没有上年结转的申请，均在法定期限内答复。",
            "镇党政办公室专人负责信息发布，发布前由分管负责人审核，每半年清理一次栏目、检查一次公开情况。")
        .row("proactiveDisclosure", "licensing", "47")
        .row("proactiveDisclosure", "penalties", "12")
        .row("proactiveDisclosure", "coercion", "3")
        .requests("newRequests", 13, 1, 0, 0, 0, 0)
        .requests("disclosed", 6, 1, 0, 0, 0, 0)
        .requests("partiallyDisclosed", 5, 0, 0, 0, 0, 0)
        .requests("unavailable.notHeld", 2, 0, 0, 0, 0, 0)
        .balanced()
        .set("requests/partiallyDisclosed/naturalPerson", "2")
        .row("remedies", "reconsideration", "1", "0", "0", "0")
        .section(5, "主要问题是村级公开栏更新较慢，群众查询不便。下一步将村务信息统一录入镇平台，由镇里每月核对一次。")
        .section(6, "本年度没有收取信息处理费。");
  }

  /** A department's report, saved by Word in GBK. */
  private static SampleReport education() {
    return new SampleReport("云溪县教育局", 2023)
        .published("2024-01-09")
        .contact("如需了解更多情况，请与云溪县教育局办公室联系（地址：云溪县学前路8号）。")
        .section(
            1,
            "全年主动公开教育信息527条，重点公开招生入学、教师招聘、学校收费、资助政策等内容。全年新收政府信息公开申请11件，上年结转1件，全部按期办结。",
            "招生政策发布前召开家长座谈会3场，编印问答手册，开通咨询专线；县政府网站设教育专栏，文件发布前逐件审查，公开情况纳入年度考评。")
        .row("proactiveDisclosure", "normativeDocuments", "1", "0", "4")
        .row("proactiveDisclosure", "licensing", "86")
        .row("proactiveDisclosure", "penalties", "5")
        .row("proactiveDisclosure", "fees", "412.6")
        .requests("newRequests", 9, 2, 0, 0, 0, 0)
        .requests("carriedOver", 1, 0, 0, 0, 0, 0)
        .requests("disclosed", 5, 1, 0, 0, 0, 0)
        .requests("partiallyDisclosed", 2, 0, 0, 0, 0, 0)
        .requests("refused.deliberativeProcess", 1, 0, 0, 0, 0, 0)
        .requests("unavailable.notHeld", 2, 1, 0, 0, 0, 0)
        .balanced()
        .section(5, "主要问题是学校层面的公开工作发展不平衡。已组织全县中小学负责信息公开的人员集中培训，并把公开情况列入年度考评。")
        .section(6, "本年度发出收费通知0件，没有收取信息处理费。");
  }

  /** A page that is no report. */
  private static String notice() {
    return """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>云溪县政务服务中心春节期间值班安排</title></head>
        <body>
        <h1>云溪县政务服务中心春节期间值班安排</h1>
        <p>春节期间，政务服务中心一楼综合窗口每天上午9点到12点开放，办理不动产登记、医保和户籍业务。</p>
        <table border="1">
        <tr><th>日期</th><th>值班窗口</th><th>人数</th></tr>
        <tr><td>2月10日</td><td>综合窗口</td><td>4</td></tr>
        <tr><td>2月11日</td><td>综合窗口</td><td>4</td></tr>
        <tr><td>2月12日</td><td>综合窗口、医保窗口</td><td>6</td></tr>
        </table>
        <p>其余业务请在县政务服务网上办理，或在节后到窗口办理。</p>
        </body>
        </html>
        """;
  }
}
