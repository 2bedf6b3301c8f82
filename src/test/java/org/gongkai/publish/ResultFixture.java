package org.gongkai.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.report.Identity;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.report.Where;
import org.gongkai.rule.Finding;
import org.gongkai.rule.Message;
import org.gongkai.rule.RelationCheck;
import org.gongkai.rule.RelationCounts;
import org.gongkai.rule.Result;
import org.gongkai.rule.Result.Source;
import org.gongkai.rule.Severity;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.diagnosis.Diagnosis;
import org.gongkai.rule.table.Assessment;
import org.jspecify.annotations.Nullable;

/** Builds results for tests by hand, without any rule. */
final class ResultFixture {
  static final Identity NOBODY =
      new Identity(null, null, null, null, null, null, null, null, null, null);

  private final Report report;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Diagnosis> diagnoses = new ArrayList<>();
  private Source source = new Source("2023/某市.html", null, null, null, "ab".repeat(32), 12345);

  private ResultFixture(Report report) {
    this.report = report;
  }

  static ResultFixture of(Report report) {
    return new ResultFixture(report);
  }

  /** A report of edition 2021 whose cells are all zero. */
  static ResultFixture zeros() {
    return new ResultFixture(ReportFixture.of("2021").build());
  }

  /** An empty file. */
  static Result unreadable() {
    Document document = Document.unreadable(Format.EMPTY, Problem.EMPTY);
    Report report = ReportFixture.without(document, Nature.UNREAD, NOBODY);
    return new ResultFixture(report)
        .finding("document.empty", Severity.ERROR, "文件是空的。", "The file is empty.")
        .build();
  }

  ResultFixture source(Source other) {
    source = other;
    return this;
  }

  ResultFixture finding(String rule, Severity severity, String zh, String en, String... cells) {
    return finding(rule, severity, new Message(zh, en), List.of(cells), null, null, Where.DOCUMENT);
  }

  ResultFixture finding(
      String rule,
      Severity severity,
      Message message,
      List<String> cells,
      @Nullable String expected,
      @Nullable String actual,
      Where where) {
    findings.add(
        new Finding(
            "%016x".formatted(0x8c1f_0000_0000_0000L + findings.size()),
            rule,
            severity,
            message,
            cells,
            expected == null ? null : new BigDecimal(expected),
            actual == null ? null : new BigDecimal(actual),
            where,
            null));
    return this;
  }

  /** Waives the last finding. */
  ResultFixture waived(String reason) {
    findings.add(findings.remove(findings.size() - 1).waived(reason));
    return this;
  }

  ResultFixture diagnosis(
      boolean certain,
      String cell,
      @Nullable String printed,
      String suggested,
      String zh,
      String en) {
    List<String> ids =
        findings.stream().filter(f -> f.cells().contains(cell)).map(Finding::id).toList();
    diagnoses.add(
        new Diagnosis(
            Diagnosis.Kind.FIGURES,
            certain,
            List.of(
                new Diagnosis.Change(
                    cell,
                    printed == null ? null : new BigDecimal(printed),
                    new BigDecimal(suggested))),
            1,
            ids,
            new Message(zh, en),
            new Message(zh, en)));
    return this;
  }

  Result build() {
    boolean fails = findings.stream().anyMatch(f -> f.counts() && f.severity() == Severity.ERROR);
    if (report.edition() == null) {
      return new Result(source, report, Verdict.UNREADABLE, List.of(), findings, diagnoses);
    }
    List<RelationCheck> checks = Assessment.of(report).checks();
    boolean holds = RelationCounts.of(checks).allHold();
    Verdict verdict = fails ? Verdict.FAIL : holds ? Verdict.PASS : Verdict.INCOMPLETE;
    return new Result(source, report, verdict, checks, findings, diagnoses);
  }
}
