package org.gongkai.report.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.form.Editions;
import org.gongkai.form.Row;
import org.gongkai.form.Table;
import org.gongkai.report.Printed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelationsTest {
  private static final Table REQUESTS = Editions.find("2021").orElseThrow().table("requests");

  private final Map<String, Placings> rows = new HashMap<>();

  private void row(String key, long... figures) {
    rows.put(key, Placings.fixed(figures));
  }

  private void lost(String key, String figures) {
    rows.put(key, Placings.of(Printed.values("收到 " + figures), 7, 7, false));
  }

  private @Nullable List<Long> decided(String key) {
    List<Placings> all = new ArrayList<>();
    for (Row row : REQUESTS.rows()) {
      all.add(rows.getOrDefault(row.key(), Placings.fixed(new long[7])));
    }
    return Relations.decide(REQUESTS, all).get(REQUESTS.rows().indexOf(REQUESTS.row(key)));
  }

  private static List<Long> of(long... figures) {
    return java.util.Arrays.stream(figures).boxed().toList();
  }

  @Test
  void theBalanceTellsWhoseTheNewRequestsAre() {
    lost("newRequests", "3 3");
    row("disclosed", 0, 0, 3, 0, 0, 0, 3);
    row("outcomeTotal", 0, 0, 3, 0, 0, 0, 3);
    assertThat(decided("newRequests")).isEqualTo(of(0, 0, 3, 0, 0, 0, 3));
    assertThat(decided("disclosed")).isEqualTo(of(0, 0, 3, 0, 0, 0, 3));
    assertThat(decided("carriedOver")).isEqualTo(of(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatWasCarriedOverCountsWithTheNewOnes() {
    row("newRequests", 2, 0, 0, 0, 0, 0, 2);
    lost("carriedOver", "4 4");
    row("disclosed", 2, 0, 0, 1, 0, 0, 3);
    row("outcomeTotal", 2, 0, 0, 1, 0, 0, 3);
    row("carriedForward", 0, 0, 0, 3, 0, 0, 3);
    assertThat(decided("carriedOver")).isEqualTo(of(0, 0, 0, 4, 0, 0, 4));
  }

  @Test
  void theTotalOfTheOutcomesTellsWhoseAnOutcomeIs() {
    row("newRequests", 1, 0, 0, 0, 0, 3, 4);
    lost("refused.stateSecret", "3 3");
    row("disclosed", 1, 0, 0, 0, 0, 0, 1);
    lost("outcomeTotal", "1 3 4");
    assertThat(decided("refused.stateSecret")).isEqualTo(of(0, 0, 0, 0, 0, 3, 3));
    assertThat(decided("outcomeTotal")).isEqualTo(of(1, 0, 0, 0, 0, 3, 4));
  }

  @Test
  void severalWaysDecideNothing() {
    lost("newRequests", "3 3");
    lost("disclosed", "3 3");
    lost("outcomeTotal", "3 3");
    assertThat(decided("newRequests")).isNull();
    assertThat(decided("outcomeTotal")).isNull();
    assertThat(decided("carriedOver")).isEqualTo(of(0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void aWrongFigureLeavesNoWay() {
    lost("newRequests", "4 4");
    row("disclosed", 0, 0, 3, 0, 0, 0, 3);
    row("outcomeTotal", 0, 0, 3, 0, 0, 0, 3);
    assertThat(decided("newRequests")).isNull();
    assertThat(decided("carriedOver")).isNull();
  }

  @Test
  void aRowThatCanStandNowhereLeavesNoWay() {
    lost("newRequests", "3 4");
    assertThat(decided("newRequests")).isNull();
    assertThat(decided("carriedOver")).isNull();
  }

  @Test
  void tooManyWaysDecideNothing() {
    for (Row row : REQUESTS.rows().subList(2, 22)) {
      lost(row.key(), "1 1");
    }
    lost("newRequests", "1 2 3 4 5 5 20");
    lost("outcomeTotal", "1 2 3 4 5 5 20");
    assertThat(decided("newRequests")).isNull();
    assertThat(decided("carriedOver")).isNull();
  }
}
