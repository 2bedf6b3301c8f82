package org.gongkai.rule.content;

import java.util.List;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.FindingCollector.Draft;
import org.gongkai.rule.Rule;
import org.gongkai.rule.narrative.Prose.Paragraph;
import org.gongkai.text.Ascii;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Placeholders that a template left in the text: {@code XX件}, {@code ××年}, {@code （此处填写……）}, an
 * empty {@code 《》}; and a figure left out before its unit: {@code 公开信息 条}. Names made unreadable on
 * purpose ({@code 张××}), masked telephone numbers and text damaged by decoding are not reported.
 */
final class LeftoverRule implements Rule {
  private static final String PLACEHOLDER = "template.leftover";
  private static final String MISSING_FIGURE = "figure.left-out";

  /** Words right after a figure or a name that was to be filled in. */
  private static final String[] WORDS_AFTER = {
    "年", "月", "日", "件", "条", "个", "项", "次", "份", "期", "篇", "场", "人", "万", "%", "市", "区", "县", "镇",
    "乡", "局", "委", "办", "厅", "街道", "单位", "部门", "政府", "机关", "元", "起", "家", "类", "部", "号", "工作", "平台",
    "栏目"
  };

  private static final String[] WORDS_BEFORE = {
    "共", "收到", "发布", "公开", "约", "计", "为", "20", "答复", "办结", "电话:", "地址:", "邮编:"
  };

  private static final String[] HINTS = {
    "(此处填", "(填写", "(请填", "此处填写", "(请输入", "(单位名称)", "(机关名称)", "(请根据实际"
  };

  private static final String UNITS = "件条份个次期场篇项起人万元";
  private static final String AFTER_UNIT = ",，。;；、.)）:：";

  @Override
  public List<String> ids() {
    return List.of(PLACEHOLDER, MISSING_FIGURE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    boolean digits =
        checked.prose().paragraphs().stream().anyMatch(each -> hasDigit(each.string()));
    for (Paragraph paragraph : checked.prose().paragraphs()) {
      findPlaceholders(paragraph, findings);
      if (digits) {
        findMissingFigures(paragraph, findings);
      }
    }
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Ascii.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** One finding for a paragraph, at its first placeholder. */
  private static void findPlaceholders(Paragraph paragraph, FindingCollector findings) {
    String text = paragraph.string();
    @Nullable Draft draft = null;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      int length =
          switch (text.charAt(i)) {
            case 'X', 'x', '×', '✕', '*', '＊', '╳' -> crossesLength(text, i);
            case '(', '此' -> hintLength(text, i);
            case '《' -> emptyTitleLength(text, i);
            default -> 0;
          };
      if (length > 0) {
        if (draft == null) {
          String printed =
              text.substring(
                  Math.max(0, i - 6), Math.min(text.length(), i + Math.min(length, 20) + 6));
          draft =
              findings
                  .add(PLACEHOLDER)
                  .at(
                      paragraph.where(
                          Math.max(0, i - 10), Math.min(text.length(), i + length + 10)))
                  .with("printed", printed);
        }
        count++;
        i += length;
      }
    }
    if (draft != null) {
      draft.with("count", count > 1 ? Integer.toString(count) : "");
    }
  }

  /** The length of a run of crosses in place of a figure or a name; 0 for anything else. */
  private static int crossesLength(String text, int from) {
    char cross = text.charAt(from);
    if (from > 0 && (text.charAt(from - 1) == cross || Ascii.isLetter(text.charAt(from - 1)))) {
      return 0;
    }
    int to = from;
    while (to < text.length() && text.charAt(to) == cross) {
      to++;
    }
    if (to - from < 2 || to - from > 12) {
      return 0;
    }
    int next = to;
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean digitAfter =
        to < text.length() && (Ascii.isDigit(text.charAt(to)) || Ascii.isLetter(text.charAt(to)));
    boolean quoted = from > 0 && (text.charAt(from - 1) == '“' || text.charAt(from - 1) == '"');
    boolean twenty = from > 1 && text.startsWith("20", from - 2);
    if (digitAfter || quoted || from > 0 && Ascii.isDigit(text.charAt(from - 1)) && !twenty) {
      return 0;
    }
    for (String word : WORDS_AFTER) {
      if (text.startsWith(word, next)) {
        return to - from;
      }
    }
    for (String word : WORDS_BEFORE) {
      if (text.startsWith(word, from - word.length())) {
        return to - from;
      }
    }
    return 0;
  }

  private static int hintLength(String text, int from) {
    for (String hint : HINTS) {
      if (text.startsWith(hint, from)) {
        int close = text.indexOf(')', from);
        return close > 0 && close - from < 60 ? close - from + 1 : hint.length();
      }
    }
    return 0;
  }

  private static int emptyTitleLength(String text, int from) {
    int at = from + 1;
    while (at < text.length() && at - from < 8 && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() && text.charAt(at) == '》' ? at - from + 1 : 0;
  }

  /** 公开信息 条: a unit between a blank and the end of a clause. */
  private static void findMissingFigures(Paragraph paragraph, FindingCollector findings) {
    String text = paragraph.string();
    @Nullable Draft draft = null;
    int count = 0;
    if (text.indexOf(' ') < 0 && text.indexOf('_') < 0) {
      return;
    }
    for (int i = 2; i < text.length(); i++) {
      char unit = text.charAt(i);
      char blank = text.charAt(i - 1);
      if (blank != ' ' && blank != '_' || UNITS.indexOf(unit) < 0) {
        continue;
      }
      int before = i - 1;
      int least = Math.max(0, before - 40);
      while (before > least && (text.charAt(before) == ' ' || text.charAt(before) == '_')) {
        before--;
      }
      boolean ends = i + 1 == text.length() || AFTER_UNIT.indexOf(text.charAt(i + 1)) >= 0;
      if (ends
          && before > 0
          && TextNormalizer.isHan(text.charAt(before))
          && TextNormalizer.isHan(text.charAt(before - 1))) {
        count++;
        if (draft == null) {
          draft =
              findings
                  .add(MISSING_FIGURE)
                  .at(paragraph.where(Math.max(0, before - 15), Math.min(text.length(), i + 2)))
                  .with("unit", Character.toString(unit))
                  .with("printed", text.substring(clauseStart(text, before), i + 1));
        }
      }
    }
    if (draft != null) {
      draft.with("count", count > 1 ? Integer.toString(count) : "");
    }
  }

  /** Where the excerpt before a missing figure begins, at most 11 characters before it. */
  private static int clauseStart(String text, int before) {
    int from = before;
    while (from > 0
        && before - from < 11
        && TextNormalizer.isHan(text.charAt(from - 1))
        && text.charAt(from - 1) != '年') {
      from--;
    }
    return from;
  }
}
