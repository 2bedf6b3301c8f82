package org.gongkai.rule.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.document.Document.Link;
import org.gongkai.rule.CheckedReport;
import org.gongkai.rule.FindingCollector;
import org.gongkai.rule.PlaceNames;
import org.gongkai.rule.Rule;

/**
 * Links that readers cannot open: to a file or a server on the writer's own machine, or to no
 * address. Buttons of a page also link to no address; only links whose text names an attachment or
 * an address are reported.
 */
final class DeadLinkRule implements Rule {
  private static final String RULE = "links.dead";
  private static final Pattern OWN_MACHINE =
      Pattern.compile(
          "^(?:file:.*|[a-z]:[\\\\/].*|https?://(?:localhost|127(?:\\.\\d+){3})(?:[:/].*)?)$",
          Pattern.DOTALL);
  private static final Pattern NO_ADDRESS =
      Pattern.compile("^javascript: *(?:void *\\(? *0? *\\)?|;)? *;?$");
  private static final Pattern ATTACHMENT =
      Pattern.compile("附件|\\.(?:docx?|pdf|xlsx?|wps|et|zip|rar)\\b|https?:|www\\.");

  @Override
  public List<String> ids() {
    return List.of(RULE);
  }

  @Override
  public void check(CheckedReport checked, FindingCollector findings) {
    List<Link> dead = new ArrayList<>();
    for (Link link : checked.report().document().web().links()) {
      String text = link.text().strip();
      if (!text.isEmpty() && isDead(text, link.target().strip().toLowerCase(Locale.ROOT))) {
        dead.add(link);
      }
    }
    if (!dead.isEmpty()) {
      findings
          .add(RULE)
          .with(
              "links",
              PlaceNames.list(dead, link -> link.text().strip()),
              PlaceNames.listInEnglish(dead, link -> link.text().strip()));
    }
  }

  private static boolean isDead(String text, String target) {
    return OWN_MACHINE.matcher(target).matches()
        || target.startsWith("javascript:")
            && NO_ADDRESS.matcher(target).matches()
            && ATTACHMENT.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
