package org.gongkai.document.html;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of a form show: platforms print a table's figures in the fields they were typed
 * into.
 */
final class Fields {
  private static final Set<String> UNSEEN =
      Set.of(
          "hidden", "password", "checkbox", "radio", "submit", "button", "reset", "image", "file");

  private Fields() {}

  /**
   * What a field shows; empty for a button, and for what is not seen.
   *
   * @param field an {@code input}, {@code textarea} or {@code select}
   * @param type the kind of {@code input} in lower case
   */
  static String value(Element field, String type) {
    return switch (field.normalName()) {
      case "textarea" -> field.wholeText();
      case "select" -> {
        Element option = chosen(field);
        yield option == null ? "" : option.wholeText();
      }
      default -> UNSEEN.contains(type) ? "" : field.attr("value");
    };
  }

  private static @Nullable Element chosen(Element select) {
    Element chosen = select.selectFirst("option[selected]");
    return chosen == null ? select.selectFirst("option") : chosen;
  }
}
