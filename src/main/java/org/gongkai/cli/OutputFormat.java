package org.gongkai.cli;

import org.gongkai.rule.Result;

/**
 * A way to tell results on standard output: {@link #open()}, then what {@link #render} gives of
 * each result that gives anything, with {@link #separator()} between, then {@link #close()}.
 */
interface OutputFormat {
  default String open() {
    return "";
  }

  /** One result; may be called from several threads at once. */
  String render(Result result);

  default String separator() {
    return "";
  }

  default String close() {
    return "";
  }
}
