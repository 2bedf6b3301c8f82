package org.gongkai.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.document.Document;
import org.gongkai.document.DocumentFixture;
import org.gongkai.document.Format;
import org.gongkai.publish.Output;
import org.gongkai.report.Identity;
import org.gongkai.report.Nature;
import org.gongkai.report.Report;
import org.gongkai.report.ReportFixture;
import org.gongkai.rule.Result;
import org.gongkai.rule.Verdict;
import org.gongkai.rule.config.UnusedWaiver;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * Takes the first word of a report for its verdict, and what follows "of" for its issuer, so that
 * the event handler is tested without what is below it.
 */
class StubChecker implements ReportChecker {
  private static final Identity NOBODY =
      new Identity(null, null, null, null, null, null, null, null, null, null);

  @Override
  public String fingerprint() {
    return "";
  }

  @Override
  public Result beside(Result result, @Nullable PreviousYear previous) {
    return result;
  }

  @Override
  public List<UnusedWaiver> unused(Result result) {
    return List.of();
  }

  @Override
  public Result refuse(Document.Problem problem, byte @Nullable [] bytes, Result.Source source) {
    return result(problem.name(), Verdict.UNREADABLE, problem, source);
  }

  @Override
  public Result check(byte[] bytes, Result.Source source) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.startsWith("overflow")) {
      throw new StackOverflowError();
    }
    if (text.startsWith("bug")) {
      throw new IllegalStateException("a bug");
    }
    Verdict verdict =
        text.startsWith("pass")
            ? Verdict.PASS
            : text.startsWith("fail") ? Verdict.FAIL : Verdict.UNREADABLE;
    return result(text, verdict, null, source);
  }

  private static Result result(
      String text, Verdict verdict, Document.@Nullable Problem problem, Result.Source source) {
    Document document = DocumentFixture.blank(Format.HTML, text, problem);
    int of = text.indexOf(" of ");
    Identity identity =
        of < 0
            ? NOBODY
            : new Identity(
                null, text.substring(of + 4), 2023, null, null, null, null, null, null, null);
    Report report = ReportFixture.without(document, Nature.OTHER, identity);
    return new Result(source, report, verdict, List.of(), List.of(), List.of());
  }

  @Override
  public byte[] render(Output output, Result result) {
    // As with real ones: many reports have the same badge, none the same result.json.
    String text =
        switch (output) {
          case RESULT_JSON ->
              "{\"verdict\":\""
                  + result.verdict().key()
                  + "\",\"sha256\":\""
                  + result.source().sha256()
                  + "\"}";
          case PAGE -> "page of " + result.report().document().web().title();
          case NEXT_YEAR -> "handed on by " + result.source().sha256();
          case BADGE_SVG, BADGE_JSON -> "badge: " + result.verdict().key();
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
