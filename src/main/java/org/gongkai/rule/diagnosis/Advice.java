package org.gongkai.rule.diagnosis;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.report.Reading;
import org.gongkai.report.Report;
import org.gongkai.rule.Labels;
import org.gongkai.rule.Message;
import org.gongkai.rule.Template;
import org.gongkai.rule.diagnosis.Equations.Change;

/** The words of diagnoses. */
final class Advice {
  private static final Template ONE_ZH =
      new Template(
          "只要把{place}由{printed}改为{figure}，有关的各项关系就都成立；只改一格的话，没有别的改法[。看起来是{reason}]。请核对这一格。");
  private static final Template ONE_EN =
      new Template(
          "Changing {place} from {printed} to {figure} makes all these relations hold; no other single cell would do"
              + "[. It looks as if {reason}]. Check that cell.");
  private static final Template TWO_ZH =
      new Template(
          "把{place}由{printed}改为{figure}，同时把{other}由{otherPrinted}改为{otherFigure}，有关的各项关系就都成立；"
              + "改一格不够，改两格没有别的改法[。看起来是{reason}]。请核对这两格。");
  private static final Template TWO_EN =
      new Template(
          "Changing {place} from {printed} to {figure} and {other} from {otherPrinted} to {otherFigure} makes all these"
              + " relations hold; one cell is not enough and no other two would do"
              + "[. It looks as if {reason}]. Check both cells.");
  private static final Template THREE_ZH =
      new Template(
          "把{place}由{printed}改为{figure}，同时把{other}由{otherPrinted}改为{otherFigure}、把{third}由{thirdPrinted}改为{thirdFigure}，"
              + "有关的各项关系就都成立；改一格、两格都不够，改三格没有别的改法[。看起来是{reason}]。请核对这三格。");
  private static final Template THREE_EN =
      new Template(
          "Changing {place} from {printed} to {figure}, {other} from {otherPrinted} to {otherFigure} and {third} from"
              + " {thirdPrinted} to {thirdFigure} makes all these relations hold; one or two cells are not enough and no"
              + " other three would do[. It looks as if {reason}]. Check the three cells.");
  private static final Template CANDIDATE_ZH =
      new Template(
          "可能是{place}填错了：由{printed}改为{figure}[，同时把{other}由{otherPrinted}改为{otherFigure}]，"
              + "有关的各项关系就都成立。这样的改法共有{ways}种，不能断定是哪一种[；其中这一种较有可能（{likeliest}）][；这一种的依据：{reason}]。");
  private static final Template CANDIDATE_EN =
      new Template(
          "{place} may be wrong: {figure} instead of {printed}[, with {other} {otherFigure} instead of {otherPrinted},]"
              + " makes all these relations hold. There are {ways} such ways and it cannot be told which is right"
              + "[; this one is likelier than the others ({likeliest})][; what speaks for this one: {reason}].");

  private Advice() {}

  static Message certain(Report report, List<Change> changes, int which, Set<Habit> reasons) {
    Map<String, String> zh = new HashMap<>();
    Map<String, String> en = new HashMap<>();
    changes(report, changes, which, zh, en);
    reason("reason", reasons, zh, en);
    return switch (changes.size()) {
      case 1 -> new Message(ONE_ZH.fill(zh), ONE_EN.fill(en));
      case 2 -> new Message(TWO_ZH.fill(zh), TWO_EN.fill(en));
      default -> new Message(THREE_ZH.fill(zh), THREE_EN.fill(en));
    };
  }

  static Message candidate(
      Report report,
      List<Change> changes,
      int which,
      Set<Habit> reasons,
      int ways,
      boolean likeliest) {
    Map<String, String> zh = new HashMap<>();
    Map<String, String> en = new HashMap<>();
    changes(report, changes, which, zh, en);
    reason(likeliest ? "likeliest" : "reason", reasons, zh, en);
    zh.put("ways", Integer.toString(ways));
    en.put("ways", Integer.toString(ways));
    return new Message(CANDIDATE_ZH.fill(zh), CANDIDATE_EN.fill(en));
  }

  private static void changes(
      Report report,
      List<Change> changes,
      int which,
      Map<String, String> zh,
      Map<String, String> en) {
    change(report, changes.get(which), "place", "printed", "figure", zh, en);
    if (changes.size() > 1) {
      Change other = changes.get(which == 0 ? 1 : 0);
      change(report, other, "other", "otherPrinted", "otherFigure", zh, en);
    }
    if (changes.size() > 2) {
      Change third = changes.get(which == 2 ? 1 : 2);
      change(report, third, "third", "thirdPrinted", "thirdFigure", zh, en);
    }
  }

  private static void change(
      Report report,
      Change change,
      String place,
      String printed,
      String figure,
      Map<String, String> zh,
      Map<String, String> en) {
    zh.put(place, Labels.place(change.cell()));
    en.put(place, Labels.placeInEnglish(change.cell()));
    Reading reading = report.at(change.cell());
    zh.put(printed, reading.value() == null ? "空白" : Labels.figure(reading.value()));
    en.put(printed, reading.value() == null ? "blank" : Labels.figure(reading.value()));
    zh.put(figure, Labels.figure(change.figure()));
    en.put(figure, Labels.figure(change.figure()));
  }

  private static void reason(
      String name, Set<Habit> reasons, Map<String, String> zh, Map<String, String> en) {
    zh.put(name, reasons.stream().map(habit -> habit.reason.zh()).collect(Collectors.joining("、")));
    en.put(
        name, reasons.stream().map(habit -> habit.reason.en()).collect(Collectors.joining(", ")));
  }
}
