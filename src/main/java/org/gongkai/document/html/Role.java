package org.gongkai.document.html;

import java.util.HashMap;
import java.util.Map;

/** What an element of a page does to the flow of the text. */
enum Role {
  INLINE(""),
  BLOCK(
      "html body address article aside blockquote center details dd dialog dir div dl dt fieldset"
          + " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section"
          + " summary ul caption thead tbody tfoot"),
  BREAK("br"),
  HIDDEN(
      "style template noscript noframes option datalist rp rt rtc del svg math"
          + " audio video canvas applet map"),
  TABLE("table"),
  ROW("tr"),
  CELL("td th"),
  TITLE("title"),
  META("meta"),
  LINK("a area"),
  IMAGE("img"),
  SCRIPT("script"),
  INPUT("input textarea select"),
  FRAME("iframe frame embed object");

  private static final Map<String, Role> BY_NAME = new HashMap<>();

  static {
    for (Role role : values()) {
      for (String name : role.names.split(" ")) {
        BY_NAME.put(name, role);
      }
    }
  }

  private final String names;

  Role(String names) {
    this.names = names;
  }

  /** The role of an element by its name in lower case. */
  static Role of(String name) {
    return BY_NAME.getOrDefault(name, INLINE);
  }
}
