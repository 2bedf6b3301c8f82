package org.gongkai.report.identity;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Finds out who published a report whose title does not say whose it is. */
final class PublisherReader {
  /** What the names of bodies end with. */
  static final Pattern ORGAN =
      Pattern.compile("(?:人民政府|政府|办公室|办公厅|委员会|局|厅|部|院|处|中心|管委会|街道|镇|乡|大队|支队|公司|学校|大学|协会|银行|所|站)$");

  private static final Pattern PUBLISHER =
      Pattern.compile(
          "(?:发布机构|公开主体|发文机关|发布单位|信息来源|来\\s*源|来自|作\\s*者)\\s*[:：]?\\s*([\u4e00-\u9fff（）()]{4,40})");

  /** The body that questions go to: its name is printed in full where the publisher's is short. */
  private static final Pattern CONTACT =
      Pattern.compile("(?:请与|请联系|可与|请向)([\u4e00-\u9fff]{4,30}?)(?:联系|咨询|反映|\\(|（|，|,)");

  private PublisherReader() {}

  /** The name of the body, as the page, its metadata, the signature or the contact have it. */
  static @Nullable String read(
      List<HeadLine> head, List<HeadLine> tail, Map<String, String> metadata) {
    @Nullable String found = organ(PUBLISHER, head);
    for (String name : List.of("contentsource", "publisher", "author", "sitename")) {
      String meta = TextNormalizer.simplify(metadata.getOrDefault(name, "")).trim();
      if (found == null && ORGAN.matcher(meta).find()) {
        found = meta;
      }
    }
    for (int i = tail.size() - 1; i >= 0 && found == null; i--) {
      String line = tail.get(i).string().replace(" ", "");
      boolean dated = i + 1 < tail.size() && tail.get(i + 1).string().contains("年");
      if (line.length() >= 4 && line.length() <= 30 && ORGAN.matcher(line).find() && dated) {
        found = line;
      }
    }
    @Nullable String contact = organ(CONTACT, head);
    if (found == null
        || contact != null && contact.length() > found.length() && contact.endsWith(found)) {
      found = contact == null ? found : contact;
    }
    return found;
  }

  /** The first body that a pattern finds. */
  private static @Nullable String organ(Pattern pattern, List<HeadLine> lines) {
    Matcher matcher = pattern.matcher("");
    for (HeadLine line : lines) {
      if (matcher.reset(line.string()).find() && ORGAN.matcher(matcher.group(1)).find()) {
        return matcher.group(1);
      }
    }
    return null;
  }
}
