package org.gongkai.publish;

import org.gongkai.rule.Finding;
import org.gongkai.rule.Result;

/** Draws the page of a result. */
final class Page {
  private Page() {}

  static byte[] html(Result result, Style style) {
    Html html = new Html(32 * 1024);
    html.raw("<!doctype html>\n<html lang=\"").raw(style.language().key())
        .raw("\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">")
        .raw("<title>").text(result.source().name()).raw("</title></head><body><h1>")
        .text(Summary.of(result).says(style.language())).raw("</h1><ul>");
    for (Finding finding : result.findings()) {
      html.raw("<li>").text(finding.message().zh()).raw("</li>");
    }
    return html.raw("</ul><p><a href=\"result.json\">result.json</a></p></body></html>\n").toBytes();
  }
}
