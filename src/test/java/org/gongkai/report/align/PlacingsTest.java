package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.gongkai.report.Printed;
import org.junit.jupiter.api.Test;

/** Rows of table III: six applicants and their total. */
class PlacingsTest {
  private static Placings row(String figures) {
    return Placings.of(Printed.values("收到 " + figures), 7, 7, false);
  }

  private static Placings ended(String figures) {
    return Placings.of(Printed.values("收到 " + figures), 7, 7, true);
  }

  private static List<Long> longs(long... figures) {
    return java.util.Arrays.stream(figures).boxed().toList();
  }

  private static List<String> printed(List<Placings.Cell> cells) {
    return cells.stream()
        .map(
            cell ->
                !cell.certain()
                    ? "?"
                    : cell.token() == null ? "" : Objects.requireNonNull(cell.token()).printed())
        .toList();
  }

  @Test
  void aWholeRowStandsWhereItStands() {
    Placings placings = row("1 2 3 0 0 0 6");
    assertThat(placings.figures()).containsExactly(longs(1, 2, 3, 0, 0, 0, 6));
    assertThat(printed(placings.cells(placings.figures().get(0))))
        .containsExactly("1", "2", "3", "0", "0", "0", "6");
  }

  @Test
  void aRowWhoseSumDoesNotHoldStandsNowhere() {
    assertThat(row("1 2 3 0 0 0 7").figures()).isEmpty();
    assertThat(row("3 4").figures()).isEmpty();
  }

  @Test
  void aFigureAndItsTotalMayStandUnderAnyApplicant() {
    assertThat(row("3 3").figures())
        .containsExactlyInAnyOrder(
            longs(3, 0, 0, 0, 0, 0, 3),
            longs(0, 3, 0, 0, 0, 0, 3),
            longs(0, 0, 3, 0, 0, 0, 3),
            longs(0, 0, 0, 3, 0, 0, 3),
            longs(0, 0, 0, 0, 3, 0, 3),
            longs(0, 0, 0, 0, 0, 3, 3));
  }

  @Test
  void whereTheEndsStandTheFirstIsTheFirstApplicants() {
    Placings placings = ended("3 3");
    assertThat(placings.figures()).containsExactly(longs(3, 0, 0, 0, 0, 0, 3));
    assertThat(printed(placings.cells(placings.figures().get(0))))
        .containsExactly("3", "", "", "", "", "", "3");
  }

  @Test
  void whereAZeroIsPrintedIsNotCertainButItsFigureIs() {
    Placings placings = ended("3 0 3");
    assertThat(placings.figures()).containsExactly(longs(3, 0, 0, 0, 0, 0, 3));
    assertThat(printed(placings.cells(placings.figures().get(0))))
        .containsExactly("3", "?", "?", "?", "?", "?", "3");
  }

  @Test
  void placeholdersCountAsZero() {
    assertThat(ended("/ 3 3").figures())
        .contains(longs(0, 3, 0, 0, 0, 0, 3), longs(0, 0, 0, 0, 0, 3, 3))
        .hasSize(5);
  }

  @Test
  void thousandsCutFromTheirNumbersAreJoinedWhereTheSumHolds() {
    Placings placings = row("1 234 0 0 0 0 0 1 234");
    assertThat(placings.figures()).containsExactly(longs(1234, 0, 0, 0, 0, 0, 1234));
    assertThat(printed(placings.cells(placings.figures().get(0))))
        .containsExactly("1 234", "0", "0", "0", "0", "0", "1 234");
  }

  @Test
  void aNumberIsCutIntoAsManyPiecesAsThereAreFiguresTooMany() {
    assertThat(row("1 234 567 0 0 0 0 0 1 234 567").figures())
        .containsExactly(longs(1_234_567, 0, 0, 0, 0, 0, 1_234_567));
    assertThat(row("1 2 3 4 5 6 0 0 0 0 0 1 2 3 4 5 6").figures()).isEmpty();
  }

  @Test
  void twelveFiguresMayBeSevenCutThirteenAreNoRow() {
    assertThat(row("1 2 3 4 0 0 0 0 0 1 2 34").figures())
        .containsExactly(longs(1234, 0, 0, 0, 0, 0, 1234));
    assertThat(row("1 2 3 4 0 0 0 0 0 1 2 3 4").figures()).isEmpty();
  }

  @Test
  void nothingIsJoinedToALeadingZero() {
    assertThat(row("0 5 0 0 0 0 0 5").figures()).isEmpty();
  }

  @Test
  void figuresOfSeveralLinesAreNotJoined() {
    List<Token> figures = Printed.values("收到 1", "234 0 0 0 0 0 1234");
    assertThat(Placings.of(figures, 7, 7, false).figures()).isEmpty();
  }

  @Test
  void signsAndPlaceholdersAreNotJoined() {
    assertThat(row("1 / 0 0 0 0 0 1").figures()).isEmpty();
    assertThat(row("1 +2 0 0 0 0 0 12").figures()).isEmpty();
  }

  @Test
  void onlyCountsCanBePlaced() {
    assertThat(row("3.5 3.5").figures()).isEmpty();
    assertThat(row("-3 -3").figures()).isEmpty();
    assertThat(row("99999999999999 99999999999999").figures()).hasSize(6);
    assertThat(row("100000000000000 100000000000000").figures()).isEmpty();
    assertThat(Placings.of(Printed.tokens("3 若干 3"), 7, 7, false).figures()).isEmpty();
    assertThat(Placings.of(List.of(), 7, 7, false).figures()).isEmpty();
  }

  @Test
  void groupsSideBySideHaveATotalEach() {
    List<Token> figures = Printed.values("结果 1 0 0 0 1 0 2 0 2 0 0 3 0 3");
    assertThat(Placings.of(figures, 15, 5, false).figures())
        .contains(longs(1, 0, 0, 0, 1, 0, 2, 0, 0, 2, 0, 0, 3, 0, 3))
        .allMatch(way -> way.get(4) == 1 && way.get(9) == 2 && way.get(14) == 3);
    assertThat(Placings.of(Printed.values("结果 1 1 2 2 3 4"), 15, 5, false).figures()).isEmpty();
  }

  @Test
  void aRowThatWasPlacedHasOneWay() {
    assertThat(Placings.fixed(new long[] {1, 0, 0, 0, 0, 0, 1}).figures())
        .containsExactly(longs(1, 0, 0, 0, 0, 0, 1));
  }
}
