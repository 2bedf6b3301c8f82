package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables without lines in a PDF are read as far as they are certain. */
class PdfBareTableTest {
  private static final PdfStyle BARE = PdfStyle.PLAIN.lines(PdfStyle.Lines.NONE);

  @ParameterizedTest
  @EnumSource(
      value = FigureStyle.class,
      names = {"BLANK", "MIXED", "SLASH", "SEPARATORS", "UNITS", "DASH", "PLAIN"})
  void whatIsNotCertainIsNoMismatch(FigureStyle figures) {
    List<String> alarms = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      checked(figures, seed).falseAlarms().stream()
          .filter(alarm -> !alarm.startsWith("verdict"))
          .forEach(alarms::add);
    }
    assertThat(alarms).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = FigureStyle.class,
      names = {"PLAIN", "SLASH", "NONE_WORD"})
  void rowsInWhichAllFiguresStandAreRead(FigureStyle figures) {
    for (int seed = 0; seed < 8; seed++) {
      assertThat(checked(figures, seed).wrong()).as("seed %d", seed).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FigureStyle.class,
      names = {"BLANK", "DASH", "MIXED", "NBSP", "SEPARATORS", "UNITS"})
  void whatIsSureIsRight(FigureStyle figures) {
    List<String> wrong = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      for (String cell : checked(figures, seed).wrong()) {
        if (!cell.contains("read as unplaced")
            && !cell.contains("read as absent")
            && !cell.endsWith("(weak)")) {
          wrong.add(seed + " " + cell);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static RenderingCheck checked(FigureStyle figures, int seed) {
    return RenderingCheck.of(
        RenderingOptions.pdf(BARE)
            .figures(figures)
            .render(Renderings.generated(seed), new Random(seed)));
  }
}
