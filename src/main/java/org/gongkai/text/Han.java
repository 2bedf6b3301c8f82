package org.gongkai.text;

import java.util.BitSet;

/** Han characters and what is set solid with them. */
public final class Han {
  /**
   * Characters that make up most of any text, and those of the form, in simplified and traditional
   * writing.
   */
  private static final String FREQUENT =
      "一万三上下不与且世业东两个中为主举么义之也习乡书了予争事二于五些交产人什今仍从他代以们件价任企众优会传但佈位住体何作你使來例供依便係保信個們候做健備傳像價億優儿元先光克党入內全兩公共关其内再写军农决况"
          + "几出分切则別利别到制則前創力办加务动動務勞化北区區十協单南博卫印危即却卷厅原去县參又及反发取受变口另只可台号司各合同名后向听告员命和品員商問單嚴四回因围国國圍團在地场址城域執培基報場填境壓声处备复外多"
          + "大天太头女她好如委子字存学學它安完定实审客家密實審对导将將專對導小少尔就局展属層屬山島州工己已市布师带師帶常平年并幾序应府度康建开式引张張強强当形彻征很律後得從復微徵德徹心必态思性总情想意感態應成我或"
          + "战戰户房所手才打执技把投护报拉拓持指按据掌接推措提握據支收改放政效教数數文斯新方施无日时明是時更書最會月有服望期未本术机权村条来東构果查栏样核格案條業構標樣機檔檯欄權次正此歲歷死比民气氣水求決沒没治況"
          + "法注活济浏海涉深清渠源準濟灣点為無然照營爭爾版物特状狀獨獲率王环现現理環生產用由申电界當發白的益监監目直相省看真眼眾着督知研确確社神种科秘称程稱稳空立站章端笔第筆等策管箱簡类精系紙級索組結給統經維網線"
          + "編縣縮總績織繞繫續纠级组织经结绕给统续维综编网罚罰美義習老考者而联聚聯聲職聽育能自至臺與舉色范药获营萬落藥處號行術街衛补表被裁裏補裡複西要規覺覽觀见观规览觉解計訊訓記訟設訴評詞詢話該認說請論謹證識議護"
          + "讀變讓计认让训议记许论讼设访识诉词话询该说请读象財貫責費資财责贯费资走起路身軍輯輸轉转辑输辦農边达过运近返还这进這通進運過道達還邊那邮部郵都鄉鄰里重量金錄鎮镇長长門閉開間關门闭问间队附院陽隊險难難電需"
          + "非面頁項領頭題額類页项领题额食首馬驗马體高點齊齡";

  /** So many characters are enough to tell. */
  private static final int SAMPLE = 2_048;

  private static final BitSet IS_FREQUENT = new BitSet(0xa000);

  static {
    FREQUENT.chars().forEach(IS_FREQUENT::set);
  }

  private Han() {}

  /**
   * How much sense a decoded text makes, by its characters beyond ASCII: about 1 for Chinese, 0 and
   * less for what was read in a wrong charset.
   */
  public static double sense(String text) {
    int seen = 0;
    int frequent = 0;
    int marks = 0;
    int odd = 0;
    int broken = 0;
    for (int i = 0; i < text.length() && seen < SAMPLE; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      seen++;
      if (c >= 0x4e00 && c < 0xa000) {
        if (IS_FREQUENT.get(c)) {
          frequent++;
        }
      } else if (c >= 0x3000 && c <= 0x3020
          || c >= 0xff00 && c <= 0xff5e
          || c >= 0x2010 && c <= 0x2026
          || c == 0xa0) {
        marks++;
      } else if (c >= 0xe000 && c < 0xf900 || c == 0xfffd || c < 0xa0) {
        broken++;
      } else {
        odd++;
      }
    }
    return seen == 0 ? 0 : (frequent * 1.25 + marks - odd - broken * 3.0) / seen;
  }

  /**
   * Whether it is written without spaces around it: Han, and the punctuation and full-width forms
   * of its script.
   */
  static boolean isSetSolid(int c) {
    return c >= 0x4e00 && c <= 0x9fff
        || c >= 0x3001 && c <= 0x303f
        || c >= 0x3400 && c <= 0x4dbf
        || c >= 0xff00 && c <= 0xff65 && !(c >= 0xff10 && c <= 0xff19)
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0x20000 && c <= 0x3ffff
        || c >= 0x2018 && c <= 0x201f;
  }

  /**
   * Whether a line that begins with {@code next} goes on where {@code before} ends without a space
   * between.
   */
  public static boolean joinsWithoutSpace(CharSequence before, String next) {
    return isSetSolid(Character.codePointBefore(before, before.length()))
        && isSetSolid(next.codePointAt(0));
  }
}
