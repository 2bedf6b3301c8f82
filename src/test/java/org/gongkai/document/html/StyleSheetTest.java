package org.gongkai.document.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetTest {
  private static final Element ELEMENT =
      Objects.requireNonNull(
          Jsoup.parse("<div class=box id=main><ul><p class='a  b' id=x>甲</p></ul></div>")
              .selectFirst("p"));

  private static boolean hides(String css) {
    StyleSheet sheet = new StyleSheet();
    sheet.read(css);
    return sheet.hides(ELEMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".a{display:none}",
        ".b { color: red; DISPLAY : None !important }",
        "#x{display:none}",
        "p.a{display:none}",
        "P.a{display:none}",
        ".a.b{display:none}",
        "p#x.b{display:none}",
        ".box .a{display:none}",
        "ul>.a{display:none}",
        ".box > ul>.a{display:none}",
        "div p.a{display:none}",
        "#main ul .a{display:none}",
        ".c, .a{display:none}",
        "/* x */.a{display:none}",
        "<!-- .a{display:none} -->",
        ".a{display:none",
        ".a{display:block}.a{display:none}",
        ".b{display:none}.c.a{display:block}",
        "@media print{.a{display:block}} .b{display:none}",
        ".a/* x */{display:none}/* .b"
      })
  void aRuleForItsClassOrIdHidesAnElement(String css) {
    assertThat(hides(css)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".a",
        ".a{color:red}",
        ".a{visibility:hidden}",
        ".c{display:none}",
        ".box>.a{display:none}",
        ".box > .a{display:none}",
        "#a{display:none}",
        ".x{display:none}",
        "div.a{display:none}",
        ".a.c{display:none}",
        ".other .a{display:none}",
        ".a .a{display:none}",
        "#other .a{display:none}",
        ".box .other .a{display:none}",
        ".a:hover{display:none}",
        ".a[title]{display:none}",
        ".a:hover p.a{display:none}",
        "p{display:none}",
        "*{display:none}",
        ".{display:none}",
        ".a..b{display:none}",
        ".a{display:none}.a{display:block}",
        ".a{display:none}#x{display:block}",
        ".a{display:none}p.a{display:block}",
        "@media print{.c{color:red}.a{display:none}}",
        "@media print{.a{display:none}"
      })
  void anyOtherRuleDoesNot(String css) {
    assertThat(hides(css)).isFalse();
  }

  @Test
  void aChildIsLookedForAmongAllElementsAround() {
    StyleSheet sheet = new StyleSheet();
    sheet.read(".box > div .a{display:none}");
    Element inner =
        Jsoup.parse("<div class=box><div><div><p class=a>甲</p></div></div></div>").selectFirst("p");
    assertThat(sheet.hides(Objects.requireNonNull(inner))).isTrue();
  }

  @Test
  void aPageWithoutRulesThatShowOrHideHasNone() {
    StyleSheet sheet = new StyleSheet();
    sheet.read(".a{color:red}");
    assertThat(sheet.isEmpty()).isTrue();
    sheet.read(".a{display:block}");
    assertThat(sheet.isEmpty()).isFalse();
  }

  @Test
  void noMoreThanAThousandRulesAreTaken() {
    assertThat(hides(".c{display:none}".repeat(10) + ".a{display:none}")).isTrue();
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append(".c").append(i).append("{display:none}");
    }
    assertThat(hides(many.substring(many.indexOf("}") + 1) + ".a{display:none}")).isTrue();
    assertThat(hides(many + ".a{display:none}")).isFalse();
  }

  @Test
  void ofTheRulesForANameTheFirstSixteenCount() {
    assertThat(hides(".c .a{display:block}".repeat(15) + ".a{display:none}")).isTrue();
    assertThat(hides(".c .a{display:block}".repeat(16) + ".a{display:none}")).isFalse();
  }
}
