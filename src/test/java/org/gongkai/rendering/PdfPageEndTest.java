package org.gongkai.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page may end anywhere in a table, within a row or a head: nothing shifts.
 *
 * <p>Each report begins further down its first page than the one before, so that the page's end
 * moves through every row; {@code -Dgongkai.step=1} moves it by a point each time.
 */
class PdfPageEndTest {
  private static final int STEP = Integer.getInteger("gongkai.step", 29);
  private static final int PAGE = 700;

  @ParameterizedTest
  @EnumSource(
      value = FigureStyle.class,
      names = {"PLAIN", "BLANK", "MIXED", "UNITS", "SEPARATORS"})
  void nothingShiftsWhereverAPageEnds(FigureStyle figures) {
    assertThat(wrong(figures, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 20, 26})
  void aFigureBrokenOverLinesIsReadWholeOrNotAtAll(int width) {
    assertThat(wrong(FigureStyle.PLAIN, width)).isEmpty();
  }

  private static List<String> wrong(FigureStyle figures, int width) {
    List<String> wrong = new ArrayList<>();
    for (int lead = figures.ordinal(); lead < PAGE; lead += STEP) {
      RenderingOptions options =
          RenderingOptions.pdf(PdfStyle.PLAIN.font(PdfStyle.Font.GBK))
              .figures(figures)
              .lead(lead)
              .figureWidth(width);
      RenderingCheck checked =
          RenderingCheck.of(options.render(Renderings.generated(lead % 3), new Random(lead)));
      String at = lead + ": ";
      checked.wrong().forEach(cell -> wrong.add(at + cell));
      checked.falseAlarms().forEach(alarm -> wrong.add(at + alarm));
    }
    return wrong;
  }
}
