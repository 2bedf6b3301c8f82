package org.gongkai.infra;

import java.util.Locale;

/** How often the overview over all results is made. */
record OverviewOptions(Frequency frequency) {

  enum Frequency {
    OFF,
    DAILY,
    WEEKLY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static OverviewOptions from(ContextReader context) {
    return new OverviewOptions(context.choice("overview", Frequency.OFF));
  }
}
