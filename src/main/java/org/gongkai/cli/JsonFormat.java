package org.gongkai.cli;

import java.nio.charset.StandardCharsets;
import org.gongkai.publish.ResultJson;
import org.gongkai.rule.Result;

/** The {@code result.json} of a single file, as it is; of several, an array of them. */
final class JsonFormat implements OutputFormat {
  private final boolean single;

  JsonFormat(boolean single) {
    this.single = single;
  }

  @Override
  public String open() {
    return single ? "" : "[\n";
  }

  @Override
  public String render(Result result) {
    String json = new String(ResultJson.write(result), StandardCharsets.UTF_8);
    return single ? json : json.stripTrailing();
  }

  @Override
  public String separator() {
    return single ? "" : ",\n";
  }

  @Override
  public String close() {
    return single ? "" : "\n]\n";
  }

  /** One result a line. */
  static final class Lines implements OutputFormat {
    @Override
    public String render(Result result) {
      return new String(ResultJson.line(result), StandardCharsets.UTF_8);
    }
  }
}
