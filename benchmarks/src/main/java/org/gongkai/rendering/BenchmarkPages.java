package org.gongkai.rendering;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * Reports for benchmarks: the renderings of the tests, filled up to a size with what sites put
 * around a report (a menu before it) and with prose (behind its last section), half of each. The
 * same arguments give the same bytes.
 */
public final class BenchmarkPages {
  private static final String MENU_LINK =
      "<li class=\"menu-item\"><a href=\"/channel/%d/index.html\" target=\"_blank\">%s</a></li>\n";
  private static final String[] MENU = {
    "首页", "机构设置", "通知公告", "办事指南", "互动交流", "专题专栏", "便民服务", "联系方式"
  };
  private static final String[] PROSE = {
    "各科室按月核对栏目内容，发现错漏当天更正，季末集中通报。",
    "窗口增设了自助查询设备，群众可以自行打印常用的办事材料。",
    "培训围绕答复文书的写法展开，新进人员由老同事带着办件。",
    "下一步将把常见的问题整理成册，放在大厅和网站上供人取阅。",
    "网站改版后检索更快，手机上也能完整查看附件和图表。",
    "对内容相近的申请先沟通再答复，减少往返，也省了群众的路。",
  };

  private static final String[] WORDS =
      ("窗口 资料 群众 网站 栏目 培训 流程 办事 材料 更新 核对 指南 答复 解释 说明 汇编 检索 目录 渠道 现场 电话 邮箱 记录 登记 归档 "
              + "互动 走访 座谈 问卷 意见 建议 整理 通报 例会 专人 分工 时限 提醒 督促 抽查 评估 改进 提升 规范 细化 优化 集中 常态 及时 准确")
          .split(" ");

  private static final String[] USUAL = {"clean", "th", "layout", "lines"};
  private static final String PLACES = "安宁平康泰昌永福庆丰盛嘉和顺德仁义信";

  private BenchmarkPages() {}

  /**
   * A report.
   *
   * @param rendering the name of a rendering of the tests, such as {@code clean} or {@code lines}
   * @param bytes the size to fill it up to; a report that is longer, a Word document or a PDF stays
   *     as it is
   */
  public static byte[] page(String rendering, int bytes) {
    byte[] renderedReport = Renderings.named(rendering).render(GeneratedReport.of(7)).bytes();
    return filled(renderedReport, bytes, new Random(7), BenchmarkPages::common);
  }

  /**
   * One of many reports that differ in figures, issuer and prose, many of them with something wrong
   * in their tables, in the ways of writing that most published ones have.
   *
   * @param number which, from 0
   * @param bytes the size to fill it up to
   */
  public static byte[] one(int number, int bytes) {
    String rendering = USUAL[number % USUAL.length];
    GeneratedReport generated = Renderings.generated(number);
    String renderedReport =
        new String(Renderings.named(rendering).render(generated).bytes(), StandardCharsets.UTF_8)
            .replace(generated.issuer(), place(number) + generated.issuer());
    byte[] renamed = renderedReport.getBytes(StandardCharsets.UTF_8);
    return filled(renamed, bytes, new Random(number), BenchmarkPages::own);
  }

  private static byte[] filled(
      byte[] renderedReport, int bytes, Random random, Function<Random, String> sentence) {
    int missing = bytes - renderedReport.length;
    boolean isText = renderedReport[0] != '%' && (renderedReport[0] != 'P' || renderedReport[1] != 'K');
    if (missing <= 0 || !isText) {
      return renderedReport;
    }
    String page = new String(renderedReport, StandardCharsets.UTF_8);
    boolean html = page.regionMatches(true, 0, "<", 0, 1);
    int before = html ? afterBodyTag(page) : 0;
    int behind = html ? beforeBodyEnd(page) : page.length();
    return (page.substring(0, before)
            + menu(html, missing / 2, random)
            + page.substring(before, behind)
            + prose(html, missing - missing / 2, random, sentence)
            + page.substring(behind))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static int afterBodyTag(String page) {
    int tag = page.toLowerCase(Locale.ROOT).indexOf("<body");
    return tag < 0 ? 0 : page.indexOf('>', tag) + 1;
  }

  private static int beforeBodyEnd(String page) {
    int tag = page.toLowerCase(Locale.ROOT).lastIndexOf("</body");
    return tag < 0 ? page.length() : tag;
  }

  private static String menu(boolean html, int bytes, Random random) {
    StringBuilder out = new StringBuilder(html ? "<ul>\n" : "");
    for (int size = 0; size < bytes; ) {
      String word = MENU[random.nextInt(MENU.length)];
      String line = html ? String.format(MENU_LINK, random.nextInt(10_000), word) : word + '\n';
      out.append(line);
      size += bytes(line);
    }
    return out.append(html ? "</ul>\n" : "").toString();
  }

  private static String prose(
      boolean html, int bytes, Random random, Function<Random, String> sentence) {
    StringBuilder out = new StringBuilder(html ? "" : "\n");
    for (int size = 0; size < bytes; ) {
      StringBuilder line = new StringBuilder(html ? "<p style=\"text-indent: 2em\">" : "");
      for (int sentences = 2 + random.nextInt(6); sentences > 0; sentences--) {
        line.append(sentence.apply(random));
      }
      line.append(html ? "</p>\n" : "\n");
      out.append(line);
      size += bytes(line.toString());
    }
    return out.toString();
  }

  /** A name that no other number has, so that no report has another's body. */
  private static String place(int number) {
    StringBuilder name = new StringBuilder();
    for (int left = number, i = 0; i < 3; i++, left /= PLACES.length()) {
      name.append(PLACES.charAt(left % PLACES.length()));
    }
    return name.append('市').toString();
  }

  private static String common(Random random) {
    return PROSE[random.nextInt(PROSE.length)];
  }

  /** A sentence that no other report has. */
  private static String own(Random random) {
    StringBuilder sentence = new StringBuilder();
    for (int words = 6 + random.nextInt(8); words > 0; words--) {
      sentence.append(WORDS[random.nextInt(WORDS.length)]);
    }
    return sentence.append('。').toString();
  }

  private static int bytes(String line) {
    return line.getBytes(StandardCharsets.UTF_8).length;
  }
}
