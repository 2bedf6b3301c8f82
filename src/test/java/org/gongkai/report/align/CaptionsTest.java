package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages for small screens have the column's heading beside each figure. */
class CaptionsTest {
  private static final String[] APPLICANTS = {
    "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"
  };

  @ParameterizedTest
  @CsvSource({
    "自然人：3, 4",
    "自然人:3, 4",
    "总计=12, 3",
    "总计12, 2",
    "商业企业 3, 4",
    "社会公益组织： 3件, 7",
    "其他：/, 3",
    "现行有效件数：1，234, 7",
    "结果维持：3, 5",
    "本年新收：3, 0",
    "自然人情况：3, 0",
    "自然人：无此项之说, 0",
    "甲自然人：3, 0",
    "'', 0"
  })
  void theFigureBeginsBehindItsHeading(String cell, int begin) {
    assertThat(Captions.end(cell, 0, cell.length())).isEqualTo(begin);
    String around = "总计：9 " + cell + " 件";
    assertThat(Captions.end(around, 5, 5 + cell.length())).isEqualTo(begin + 5);
  }

  @Test
  void aHeadingWithItsFigureHasNoMoreThanTwentyFourCharacters() {
    String longest = "自然人：" + " ".repeat(19) + "3";
    assertThat(longest).hasSize(24);
    assertThat(Captions.end(longest, 0, 24)).isEqualTo(4);
    assertThat(Captions.end(longest + "件", 0, 25)).isZero();
  }

  /** What is left of the headings, and whether all is on one line. */
  private static List<String> taken(String... lines) {
    List<String> taken = new ArrayList<>();
    int line = -1;
    for (Token token : Printed.tokens(lines)) {
      String words =
          token.isValue()
              ? token.printed().isEmpty() ? "_" : token.printed()
              : '[' + token.printed() + ']';
      taken.add((token.line() == line || taken.isEmpty() ? "" : "/") + words);
      line = token.line();
    }
    return taken;
  }

  private static String[] list(String... figures) {
    List<String> lines = new ArrayList<>(List.of("行"));
    for (int i = 0; i < APPLICANTS.length; i++) {
      lines.add(APPLICANTS[i]);
      if (!figures[i].isEmpty()) {
        lines.add(figures[i]);
      }
    }
    return lines.toArray(String[]::new);
  }

  @Test
  void aRowAsAListOfHeadingsAndFiguresIsItsFigures() {
    assertThat(taken(list("1", "2", "3", "4", "5", "6", "21")))
        .containsExactly("[行]", "/1", "2", "3", "4", "5", "6", "21");
  }

  @Test
  void aHeadingWithoutAFigureIsBlank() {
    assertThat(taken(list("1", "", "/", "", "", "", "1")))
        .containsExactly("[行]", "/1", "_", "/", "_", "_", "_", "1");
    assertThat(taken(list("", "", "", "", "", "", "1")))
        .containsExactly("[行]", "/_", "_", "_", "_", "_", "_", "1");
  }

  @Test
  void headingsOfWhichNoneHasAFigureAreHeadings() {
    assertThat(taken(list("", "", "", "", "", "", "")))
        .containsExactly(
            "[行]", "/[自然人]", "/[商业企业]", "/[科研机构]", "/[社会公益组织]", "/[法律服务机构]", "/[其他]", "/[总计]");
  }

  @Test
  void aListThatEndsEarlyOrHasOtherWordsIsNone() {
    String[] list = list("1", "2", "3", "4", "5", "6", "21");
    String[] cut = java.util.Arrays.copyOf(list, list.length - 2);
    assertThat(taken(cut)).contains("/[自然人]", "/[其他]").hasSize(13);
    list[5] = "甲";
    assertThat(taken(list)).contains("/[自然人]", "/[总计]").hasSize(15);
  }

  @Test
  void oneListMayFollowAnother() {
    assertThat(
            taken(
                "规章", "本年制发件数", "1", "本年废止件数", "2", "现行有效件数", "3", "行政规范性文件", "本年制发件数", "4",
                "本年废止件数", "现行有效件数", "6", "第二十条"))
        .containsExactly("[规章]", "/1", "2", "3", "/[行政规范性文件]", "/4", "_", "6", "/[第二十条]");
  }

  @Test
  void theFirstFigureOfTheNextRowIsNotTheLastHeadings() {
    String heads = "本年制发件数|本年废止件数|现行有效件数";
    assertThat(taken("<p>" + Printed.table("序号|信息|" + heads, "1|规章|7|8|9")))
        .containsExactly(
            "[序号]", "[信息]", "[本年制发件数]", "[本年废止件数]", "[现行有效件数]", "/1", "[规章]", "7", "8", "9");
    assertThat(taken("<p>" + Printed.table(heads, "7|8|9")))
        .containsExactly("[本年制发件数]", "[本年废止件数]", "[现行有效件数]", "/7", "8", "9");
    assertThat(taken("<p>" + Printed.table("本年制发件数|7|本年废止件数||现行有效件数|9", "甲|1")))
        .containsExactly("7", "_", "9", "/[甲]", "1");
  }

  @Test
  void whatWasBlankInAListStandsBehindItsHeading() {
    Token blank = Printed.tokens(list("1", "", "3", "4", "5", "6", "19")).get(2);
    assertThat(blank.figure()).isEqualTo(Figure.BLANK);
    assertThat(blank.text().string()).isEqualTo("商业企业");
    assertThat(blank.from()).isEqualTo(4);
    assertThat(blank.to()).isEqualTo(4);
    assertThat(blank.grid()).isFalse();
  }
}
