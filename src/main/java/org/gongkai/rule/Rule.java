package org.gongkai.rule;

import java.util.List;

/**
 * Something that is checked. One small class a rule; its words and its severity are in the {@link
 * Catalogue}.
 *
 * <p>A rule keeps no state. It must be cheap where nothing is wrong, and must not build messages or
 * ask for positions until it has found something.
 */
public interface Rule {

  /**
   * The ids of the catalogue under which it reports: most often one, and one for what could not be
   * assessed.
   */
  List<String> ids();

  /**
   * Looks at a report and adds what it finds. It is only called for reports that have an edition
   * and a table.
   */
  void check(CheckedReport checked, FindingCollector findings);
}
