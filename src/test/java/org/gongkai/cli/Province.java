package org.gongkai.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.gongkai.cli.SampleReport.Style;
import org.gongkai.form.Edition;

/**
 * The reports of a province that does not exist, for 2024: province, cities, and below each its
 * office, departments and counties. All figures add up but where an error is planted.
 *
 * <p>{@link #main} writes one of any size: folder, cities, counties a city.
 */
final class Province {
  private static final String FIRST = "青白金云龙清石花柳松竹梅桃杏枫桐樟楠榆槐";
  private static final String SECOND = "溪沙川江泉河山峰岭湾洲塘桥坪原林岗台城港";
  private static final List<String> OFFICES =
      List.of("人民政府办公室", "教育局", "公安局", "财政局", "水利局", "农业农村局", "卫生健康局", "应急管理局", "市场监督管理局");
  private static final List<String> OUTCOMES = List.of("disclosed", "unavailable.notHeld");

  /** What is wrong, by kind: the names of the bodies. */
  final Map<String, TreeSet<String>> planted = new LinkedHashMap<>();

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(21);
  private final StringBuilder list = new StringBuilder("名称,别名,上级,截止日期\r\n");
  private int reports;

  private Province(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] args) throws IOException {
    Province province =
        write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    System.out.println(province.reports + " reports, planted: " + province.planted);
  }

  /** Writes the reports into {@code folder/reports} and the list as {@code folder/bodies.csv}. */
  static Province write(Path folder, int cities, int counties) throws IOException {
    Province province = new Province(folder);
    Files.createDirectories(folder.resolve("reports"));
    province.write(cities, counties);
    Files.write(
        folder.resolve("bodies.csv"),
        province.list.toString().getBytes(Charset.forName("GB18030")));
    return province;
  }

  int reports() {
    return reports;
  }

  private void write(int cities, int counties) throws IOException {
    String name = "云海省人民政府";
    list(name, "", "", "2025-03-31");
    List<Map<String, BigDecimal>> below = new ArrayList<>();
    for (int i = 0; i < cities; i++) {
      below.add(city(i, counties, name));
    }
    for (String office : OFFICES) {
      String body = "云海省" + office.replaceFirst("局$", "厅");
      list(body, "", name, "2025-01-31");
      below.add(report(body, leaf(), "2025-01-20"));
    }
    report(name, sum(below), "2025-03-20");
  }

  /** One city in five lacks a report below it, one has a sum that is wrong, one a report twice. */
  private Map<String, BigDecimal> city(int number, int counties, String parent) throws IOException {
    String place = place(number, '市');
    String name = place + "人民政府";
    list(name, place + "政府", parent, "2025-03-31");
    List<Map<String, BigDecimal>> below = new ArrayList<>();
    for (int i = 0; i < OFFICES.size(); i++) {
      String office = place + OFFICES.get(i);
      list(office, "", name, "2025-01-31");
      Map<String, BigDecimal> figures = leaf();
      below.add(figures);
      if (number % 5 == 0 && i == 3) {
        plant("bodies.missing", office);
        plant("bodies.sum-not-assessable", name);
      } else if (number % 2 == 0 && i == 4) {
        plant("bodies.late", office);
        report(office, figures, "2025-02-" + (10 + number % 10));
      } else {
        report(office, figures, "2025-01-15");
      }
      if (number % 5 == 1 && i == 5) {
        plant("bodies.conflict", office);
        plant("bodies.sum-not-assessable", name);
        Map<String, BigDecimal> other = new LinkedHashMap<>(figures);
        other.merge("proactiveDisclosure/licensing", BigDecimal.TEN, BigDecimal::add);
        report(office, other, "2025-01-25");
      }
    }
    for (int i = 0; i < counties; i++) {
      String county = place(number * counties + i, i % 2 == 0 ? '县' : '区');
      list(place + county + "人民政府", "", name, "2025-03-31");
      Map<String, BigDecimal> figures = leaf();
      below.add(figures);
      // Its report leaves out the city before its name.
      report(county + "人民政府", figures, "2025-03-10");
    }
    Map<String, BigDecimal> own = sum(below);
    if (number % 5 == 2) {
      plant("bodies.sum", name);
      own.merge("proactiveDisclosure/penalties", BigDecimal.ONE, BigDecimal::add);
      own.merge("remedies/reconsideration/upheld", BigDecimal.ONE, BigDecimal::add);
    }
    return report(name, own, "2025-03-15");
  }

  private void plant(String kind, String body) {
    planted.computeIfAbsent(kind, k -> new TreeSet<>()).add(body);
  }

  /** A name of its own for each of 80,000 numbers. */
  private static String place(int number, char level) {
    int first = number % FIRST.length();
    int second = number / FIRST.length() % SECOND.length();
    int more = number / (FIRST.length() * SECOND.length());
    return (more == 0 ? "" : FIRST.substring(more - 1, more))
        + FIRST.charAt(first)
        + SECOND.charAt(second)
        + level;
  }

  private void list(String name, String alias, String parent, String due) {
    list.append(name).append(',').append(alias).append(',').append(parent).append(',');
    list.append(due).append("\r\n");
  }

  /** Figures of one body; totals are added up when the report is made. */
  private Map<String, BigDecimal> leaf() {
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    figures.put("proactiveDisclosure/normativeDocuments/issued", count(5));
    figures.put("proactiveDisclosure/licensing", count(3000));
    figures.put("proactiveDisclosure/penalties", count(500));
    figures.put("proactiveDisclosure/fees", BigDecimal.valueOf(random.nextInt(900_000), 2));
    for (String applicant : List.of("naturalPerson", "commercial")) {
      figures.put("requests/newRequests/" + applicant, count(40).add(BigDecimal.valueOf(20)));
      figures.put("requests/carriedOver/" + applicant, count(4));
      for (String outcome : OUTCOMES) {
        figures.put("requests/" + outcome + "/" + applicant, count(9));
      }
    }
    figures.put("remedies/reconsideration/upheld", count(3));
    figures.put("remedies/reconsideration/corrected", count(2));
    return figures;
  }

  private BigDecimal count(int below) {
    return BigDecimal.valueOf(random.nextInt(below));
  }

  private static Map<String, BigDecimal> sum(List<Map<String, BigDecimal>> all) {
    Map<String, BigDecimal> sum = new LinkedHashMap<>();
    all.forEach(each -> each.forEach((cell, figure) -> sum.merge(cell, figure, BigDecimal::add)));
    return sum;
  }

  private Map<String, BigDecimal> report(
      String issuer, Map<String, BigDecimal> figures, String published) throws IOException {
    SampleReport report = new SampleReport(issuer, 2024).published(published).index("yh0001");
    report
        .section(1, "全年主动公开政府信息，办理政府信息公开申请，加强平台建设和监督保障，" + issuer + "各项工作按期完成。")
        .section(5, "公开内容还不够细，将逐项补充。")
        .section(6, "本年度没有收取信息处理费。");
    String disclosure = "proactiveDisclosure";
    report.row(
        disclosure,
        "normativeDocuments",
        at(figures, disclosure + "/normativeDocuments/issued"),
        "0",
        "50");
    for (String row : List.of("licensing", "penalties", "fees")) {
      report.row(disclosure, row, at(figures, disclosure + "/" + row));
    }
    List<String> rows = new ArrayList<>(List.of("newRequests", "carriedOver"));
    rows.addAll(OUTCOMES);
    for (String row : rows) {
      String[] six = {"0", "0", "0", "0", "0", "0"};
      six[0] = at(figures, "requests/" + row + "/naturalPerson");
      six[1] = at(figures, "requests/" + row + "/commercial");
      report.row(Edition.REQUESTS, row, six);
    }
    report.balanced();
    report.row(
        Edition.REMEDIES,
        "reconsideration",
        at(figures, "remedies/reconsideration/upheld"),
        at(figures, "remedies/reconsideration/corrected"),
        "0",
        "0");
    Files.write(
        folder.resolve("reports").resolve(String.format("%05d.html", reports++)),
        report.html(Style.SITE, "utf-8").getBytes(StandardCharsets.UTF_8));
    return figures;
  }

  private static String at(Map<String, BigDecimal> figures, String cell) {
    return figures.getOrDefault(cell, BigDecimal.ZERO).toPlainString();
  }
}
