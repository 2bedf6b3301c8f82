package org.gongkai.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EditionsTest {
  private static final Edition OF_2021 = Editions.find("2021").orElseThrow();
  private static final Edition OF_2019 = Editions.find("2019").orElseThrow();

  @Test
  void edition2021HasTwoHundredCells() {
    assertThat(OF_2021.cells()).hasSize(10 + 175 + 15);
    assertThat(OF_2021.table("requests").rows()).hasSize(25);
  }

  @Test
  void edition2019HasTwentyThreeRowsOfRequestsAndItsOwnTableTwo() {
    assertThat(OF_2019.table("requests").rows()).hasSize(23);
    assertThat(OF_2019.cells()).hasSize(2 * 3 + 4 * 3 + 2 + 2 + 23 * 7 + 15);
  }

  @Test
  void yearsFindTheirEdition() {
    assertThat(Editions.ofYear(2018)).isEmpty();
    assertThat(Editions.ofYear(2019)).contains(OF_2019);
    assertThat(Editions.ofYear(2020)).contains(OF_2019);
    assertThat(Editions.ofYear(2021)).contains(OF_2021);
    assertThat(Editions.ofYear(2031)).contains(OF_2021);
  }

  @Test
  void everyCellIsFoundByItsPathAndStandsAtItsIndex() {
    for (Edition edition : Editions.all()) {
      for (Cell cell : edition.cells()) {
        assertThat(edition.find(cell.path())).contains(cell);
        assertThat(edition.cells().get(cell.index())).isEqualTo(cell);
      }
    }
  }

  @Test
  void everyRowColumnBalanceAndGroupHasItsRelation() {
    assertThat(count(Relation.ROW_TOTAL)).isEqualTo(25);
    assertThat(count(Relation.COLUMN_TOTAL)).isEqualTo(7);
    assertThat(count(Relation.BALANCE)).isEqualTo(7);
    assertThat(count(Relation.REMEDY_TOTAL)).isEqualTo(3);
  }

  @Test
  void theOutcomesOfAColumnAddUpToItsTotal() {
    Relation natural =
        OF_2021.relations().stream()
            .filter(r -> r.rule().equals(Relation.COLUMN_TOTAL))
            .findFirst()
            .orElseThrow();
    assertThat(natural.parts())
        .hasSize(21)
        .allMatch(cell -> cell.column().key().equals("naturalPerson"));
    assertThat(natural.totals())
        .extracting(Cell::path)
        .isEqualTo(List.of("requests/outcomeTotal/naturalPerson"));
  }

  private static long count(String rule) {
    return OF_2021.relations().stream().filter(r -> r.rule().equals(rule)).count();
  }
}
