package org.gongkai.publish;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.form.Editions;
import org.gongkai.report.Identity;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Status;
import org.gongkai.report.Where;
import org.gongkai.rule.Message;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Severity;

/**
 * Results whose every word is markup, after OWASP's cheat sheet on filter evasion, or too long, or
 * ill-formed.
 */
final class Hostile {
  /**
   * Strings that run as script where they are not escaped, in content, attributes, CSS, SVG or
   * JSON.
   */
  static final List<String> STRINGS =
      List.of(
          "<script>alert(1)</script>",
          "</script><script>alert(1)</script>",
          "</title><script>alert(1)</script>",
          "</style><script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)' x='",
          "` onfocus=`alert(1)` autofocus ",
          "<IMG SRC=javascript:alert('XSS')>",
          "<IMG \"\"\"><SCRIPT>alert(\"XSS\")</SCRIPT>\"\\>",
          "<IMG SRC=\"jav&#x09;ascript:alert('XSS');\">",
          "<svg/onload=alert(1)>",
          "<svg><script>alert(1)</script></svg>",
          "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
          "<iframe srcdoc=\"<script>parent.alert(1)</script>\"></iframe>",
          "<a href=\"javascript:alert(1)\">x</a>",
          "<base href=\"https://example.org/\">",
          "<meta http-equiv=refresh content=\"0;url=https://example.org/\">",
          "<!--<script>alert(1)//-->",
          "]]><script>alert(1)</script>",
          "<![CDATA[<script>alert(1)</script>]]>",
          "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
          "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62;",
          "%3Cscript%3Ealert(1)%3C/script%3E",
          "\u2028\u2029<script>alert(1)</script>",
          "\u202Egpj.exe\u2066\u2069\u200F",
          "\0\u0001\u0008\u000B\u001B[31m\u007F\u0085\uFFFE\uFFFF",
          "\uD800 \uDFFF \uD83D\uDE00",
          "{{constructor.constructor('alert(1)')()}} ${alert(1)} #{7*7}",
          "=cmd|' /C calc'!A0",
          "\\\";alert(1);//",
          "'-alert(1)-'",
          "+ADw-script+AD4-alert(1)+ADw-/script+AD4-");

  private Hostile() {}

  /** Every word of it is hostile. */
  static Result result() {
    String all = String.join(" ", STRINGS);
    ReportFixture fixture =
        ReportFixture.of("2021")
            .identity(
                new Identity(
                    "题".repeat(10_000) + all, all, 2023, null, all, null, null, null, null, null));
    List<Cell> cells = Editions.find("2021").orElseThrow().cells();
    for (int i = 0; i < STRINGS.size(); i++) {
      fixture.set(
          cells.get(20 + i).path(), i % 2 == 0 ? Status.TEXT : Status.PLACEHOLDER, STRINGS.get(i));
    }
    ResultFixture result =
        ResultFixture.of(fixture.build())
            .source(
                new Source(
                    STRINGS.get(0), STRINGS.get(1), STRINGS.get(2), STRINGS.get(3), null, 1));
    for (int i = 0; i < STRINGS.size(); i++) {
      String string = STRINGS.get(i);
      String path = cells.get(20 + i).path();
      Where where = new Where(string, string, string, fixture.text(string), 0, string);
      result
          .finding(
              "x.y", Severity.ERROR, new Message(string, string), List.of(path), "1", "2", where)
          .waived(string);
      result.finding(
          "x.z", Severity.ERROR, new Message(string, string), List.of(path), "1", "2", where);
      result.finding(
          "x.p",
          Severity.WARNING,
          new Message(string, string),
          List.of(),
          null,
          null,
          Where.of(fixture.text(string), 0, string.length()));
      result.diagnosis(i % 2 == 0, path, "1", "2", string, string);
    }
    return result.build();
  }

  /** Five hundred findings. */
  static Result crowded() {
    ResultFixture result = ResultFixture.of(Showcase.figures("0").build());
    List<String> paths = new ArrayList<>(Showcase.row("disclosed"));
    for (int i = 0; i < 500; i++) {
      Message message =
          new Message(
              "第" + i + "处：" + "数字对不上。".repeat(8), "No. " + i + ": the figures do not add up.");
      result.finding(
          "requests.row-total",
          Severity.values()[i % 3],
          message,
          paths,
          "410",
          String.valueOf(i),
          Where.DOCUMENT);
    }
    return result.build();
  }
}
