package org.gongkai.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Boilerplate of sites around a report: words of its labels, and numbers that are not its figures.
 */
final class PageBoilerplate {
  private final GeneratedReport generated;
  private final Random random;

  PageBoilerplate(GeneratedReport generated, Random random) {
    this.generated = generated;
    this.random = random;
  }

  List<PageElement> before() {
    List<PageElement> parts = new ArrayList<>();
    parts.add(new PageElement.Menu(List.of("首页", "政务公开", "政府信息公开年报", "依申请公开", "政民互动 24")));
    parts.add(
        new PageElement.Box(List.of("当前位置：首页 > 政务公开 > 政府信息公开年报 > " + generated.year() + "年")));
    if (random.nextBoolean()) {
      parts.add(
          new PageElement.Menu(
              List.of(
                  "一、总体情况",
                  "二、主动公开政府信息情况",
                  "三、收到和处理政府信息公开申请情况",
                  "四、政府信息公开行政复议、行政诉讼情况",
                  "五、存在的主要问题及改进情况",
                  "六、其他需要报告的事项")));
    }
    if (random.nextBoolean()) {
      parts.add(
          new PageElement.Index(
              List.of(
                  List.of(
                      "索引号",
                      "01"
                          + (1000 + random.nextInt(9000))
                          + "/"
                          + (generated.year() + 1)
                          + "-00017",
                      "主题分类",
                      "综合政务"),
                  List.of("发布机构", generated.issuer(), "发布日期", generated.published().toString()),
                  List.of("名称", generated.title(), "文号", "无"))));
    } else {
      parts.add(
          new PageElement.Box(
              List.of(
                  "发布日期：" + generated.published() + "　来源：" + generated.issuer() + "　浏览次数：1208")));
    }
    if (random.nextInt(3) == 0) {
      parts.add(infographic());
    }
    return parts;
  }

  List<PageElement> after() {
    List<PageElement> parts = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      parts.add(infographic());
    }
    parts.add(
        new PageElement.Menu(
            List.of(
                "相关阅读",
                generated.issuer()
                    + (generated.year() - 1)
                    + "年政府信息公开工作年度报告 "
                    + generated.year()
                    + "-01-19",
                generated.issuer()
                    + (generated.year() - 2)
                    + "年政府信息公开工作年度报告 "
                    + (generated.year() - 1)
                    + "-01-22",
                "行政许可事项清单（" + (generated.year() - 1) + "年版）")));
    parts.add(
        new PageElement.Box(
            List.of("主办：" + generated.issuer(), "网站标识码：3509000016　访问量：183920", "行政复议 行政诉讼 办事指南")));
    return parts;
  }

  private PageElement infographic() {
    int few = 1 + random.nextInt(40);
    return new PageElement.Box(
        List.of(
            "一图读懂",
            "本年新收政府信息公开申请数量",
            few + " 件",
            "上年结转政府信息公开申请数量",
            "3 件",
            "行政规范性文件",
            "7 件",
            "予以公开",
            "12",
            "行政许可",
            String.valueOf(few * 31)));
  }
}
