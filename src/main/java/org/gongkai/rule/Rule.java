package org.gongkai.rule;

import java.util.List;

/**
 * A check of reports. Each rule is a small class; its messages and severity are in the {@link
 * Catalogue}.
 *
 * <p>A rule has no state. It must be cheap for a correct report: it builds messages and computes
 * positions only after it has found something.
 */
public interface Rule {

  /**
   * The ids in the catalogue that it reports: usually one, sometimes another for what could not be
   * assessed.
   */
  List<String> ids();

  /**
   * Checks a report and adds its findings. Only called for reports with an edition and at least one
   * table.
   */
  void check(CheckedReport checked, FindingCollector findings);
}
