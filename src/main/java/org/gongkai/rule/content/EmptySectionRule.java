package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongkai.document.Text;
import org.gongkai.report.SectionText;
import org.gongkai.report.Where;
import org.gongkai.report.align.PageNumber;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.Rule;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * A heading without text in the sections that are prose: 1, 5 and 6 (2 to 4 may have only their
 * tables). In section 5 also the word 无 alone, as problems and their solutions must be reported
 * (条例第五十条第（四）项). In section 6 无 is enough, except for the fees: see {@link FeeStatementRule}.
 */
final class EmptySectionRule implements Rule {
  private static final String EMPTY = "section.empty";
  private static final String ONLY_NONE = "section.nothing";

  private static final Set<String> WORDS_FOR_NONE =
      Set.of(
          "无", "暂无", "没有", "略", "无问题", "无存在问题", "暂无问题", "不存在问题", "无存在的问题", "无相关情况", "无此类情况", "不适用");

  /** Lines after the text of the last section: a signature, a date, navigation of the page. */
  private static final Pattern AFTER_THE_TEXT =
      Pattern.compile(
          "^[\\s—\\-_]*$|^.{0,6}(?:扫一扫|扫码|打印|关闭|分享|收藏|附件|主办|承办|版权|相关|上一篇|下一篇|返回|回到|责任编辑|来源|网站|文件下载).*"
              + "|^[0-9年月日./\\-\\s〇○零一二三四五六七八九十]{4,20}$",
          Pattern.DOTALL);

  @Override
  public List<String> ids() {
    return List.of(EMPTY, ONLY_NONE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    if (!Outline.isSound(checked.report())) {
      return;
    }
    List<SectionText> sections = checked.report().sections();
    Set<SectionText> formSections = Outline.sectionSet(checked.report());
    for (int i = 0; i < sections.size(); i++) {
      int number = Outline.number(sections.get(i));
      if (number != 1 && number != 5 && number != 6 || !formSections.contains(sections.get(i))) {
        continue;
      }
      if (isWritten(sections.get(i))) {
        continue;
      }
      List<Text> text = text(sections, formSections, i, checked.report().identity().issuer());
      Where where =
          Where.of(sections.get(i).heading(), 0, sections.get(i).heading().string().length());
      if (text.isEmpty()) {
        findings.add(EMPTY).at(where).with("section", Outline.title(number));
      } else if (number == 5 && saysNothing(text)) {
        findings
            .add(ONLY_NONE)
            .at(Where.of(text.get(0), 0, text.get(0).string().length()))
            .with("section", Outline.title(number))
            .with("printed", text.get(0).string().strip());
      }
    }
  }

  /** Whether a section has a long sentence: a cheap test that most sections pass. */
  private static boolean isWritten(SectionText section) {
    for (Text paragraph : section.paragraphs()) {
      if (paragraph.string().length() > 80 && paragraph.string().indexOf('。') >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The text of a section with its subsections, up to the signature. */
  private static List<Text> text(
      List<SectionText> sections, Set<SectionText> formSections, int at, @Nullable String issuer) {
    List<Text> all = new ArrayList<>(sections.get(at).paragraphs());
    for (int next = at + 1;
        next < sections.size() && !formSections.contains(sections.get(next));
        next++) {
      all.add(sections.get(next).heading());
      all.addAll(sections.get(next).paragraphs());
    }
    List<Text> text = new ArrayList<>();
    boolean last = at == sections.size() - 1;
    for (Text paragraph : all) {
      String string = paragraph.string();
      if (PageNumber.is(string)) {
        continue;
      }
      if (last && string.length() <= 80) {
        String key = TextNormalizer.key(string);
        if (AFTER_THE_TEXT.matcher(string).matches()
            || issuer != null && key.equals(TextNormalizer.key(issuer))) {
          break;
        }
      }
      if (string.length() > 200 || !TextNormalizer.key(string).isEmpty()) {
        text.add(paragraph);
      }
    }
    return text;
  }

  private static boolean saysNothing(List<Text> text) {
    return text.size() == 1 && WORDS_FOR_NONE.contains(TextNormalizer.key(text.get(0).string()));
  }
}
