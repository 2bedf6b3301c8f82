package org.gongkai.infra;

import java.util.Locale;

/** The options of the scheduled overview. */
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
