package org.gongkai.document.pdf;

import java.text.Normalizer;

/**
 * The ideographs that radicals are written for: some fonts' maps name a character by the radical
 * that looks like it (Unicode, EquivalentUnifiedIdeograph).
 */
final class Radicals {
  private static final String SUPPLEMENT =
      "⺁⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳";
  private static final String IDEOGRAPHS =
      "厂乙亻冂几勹刂卜㔾小小兀尣尢尣巳幺彑彐忄心扌攵旡日月歹母民氵氺灬爫爫丬牛犭王疋罒示礻竹糸纟罓罒网羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龙龟亀龟";

  private Radicals() {}

  static String resolve(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isOdd(text.charAt(i))) {
        return rewritten(text);
      }
    }
    return text;
  }

  private static boolean isOdd(char c) {
    return c >= 0x2e80 && c < 0x2fe0 || c >= 0xf900 && c < 0xfb07 || c < ' ' || c == 0xad;
  }

  private static String rewritten(String text) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int radical = c >= 0x2e80 && c < 0x2f00 ? SUPPLEMENT.indexOf(c) : -1;
      if (radical >= 0) {
        words.append(IDEOGRAPHS.charAt(radical));
      } else if (c < ' ') {
        words.append(' ');
      } else if (c == 0xad) {
        words.append('-');
      } else if (isOdd(c)) {
        words.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
      } else {
        words.append(c);
      }
    }
    return words.toString();
  }
}
