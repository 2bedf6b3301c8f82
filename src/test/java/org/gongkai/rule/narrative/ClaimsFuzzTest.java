package org.gongkai.rule.narrative;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.fuzz.FuzzSupport;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is told, each claim rests on figures that are printed where it says. */
class ClaimsFuzzTest {
  /** A byte is one of these: sentences of the field, put together in any way. */
  private static final List<String> WORDS =
      List.of(
          "，",
          "。",
          "、",
          "；",
          "（",
          "）",
          "%",
          "件",
          "条",
          "个",
          "次",
          "万元",
          "元",
          "0",
          "1",
          "12",
          "3,259",
          "一百二十",
          "两",
          "１２",
          "1.5",
          "第",
          "年",
          "月",
          "日",
          "2023年",
          "2022年",
          "本年度",
          "上年度",
          "去年",
          "今年",
          "截至",
          "全市",
          "我市",
          "我局",
          "各县区",
          "市政府办公室",
          "其中",
          "共",
          "共计",
          "全年",
          "收到",
          "新收",
          "受理",
          "办理",
          "办结",
          "答复",
          "结转",
          "结转下年度",
          "上年结转",
          "申请",
          "依申请公开",
          "政府信息公开申请",
          "政府信息",
          "主动公开",
          "予以公开",
          "部分公开",
          "不予公开",
          "无法提供",
          "不予处理",
          "其他处理",
          "信访",
          "重复申请",
          "补正",
          "国家秘密",
          "自然人",
          "法人",
          "商业企业",
          "行政复议",
          "行政诉讼",
          "行政应诉",
          "复议后起诉",
          "未经复议直接起诉",
          "结果维持",
          "结果纠正",
          "尚未审结",
          "撤诉",
          "被",
          "提起",
          "因",
          "引起",
          "规章",
          "行政规范性文件",
          "规范性文件",
          "制发",
          "废止",
          "现行有效",
          "行政许可",
          "行政处罚",
          "行政强制",
          "行政事业性收费",
          "推送",
          "发布",
          "按时答复率",
          "同比增长",
          "同比下降",
          "占",
          "均",
          "未",
          "没有",
          "无",
          "和",
          "及",
          "分别",
          "为",
          "含",
          "较",
          "比",
          "以上",
          "余",
          "约",
          "多",
          "倍",
          "率",
          " ",
          "\n",
          "A",
          "?",
          "\uFFFD",
          "\uD83D\uDE00");

  private static final List<String> ISSUERS =
      List.of("某市人民政府", "某市人民政府办公室", "某市教育局", "某县某镇人民政府", "");

  static Stream<byte[]> sentences() {
    return Stream.of(
            "全年收到政府信息公开申请12件，上年结转1件，办结12件。", "行政复议1件，结果维持1件；行政诉讼0件。", "制发规范性文件12件，废止1件，现行有效12件。")
        .map(ClaimsFuzzTest::bytes);
  }

  static Stream<byte[]> texts() {
    return Stream.of("2受理3259件，答复3278件。其中予以公开12件，占1.5%。".getBytes(UTF_8));
  }

  @MethodSource("sentences")
  @FuzzTest
  void words(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < bytes.length; i++) {
      text.append(WORDS.get((bytes[i] & 0xFF) % WORDS.size()));
    }
    check(bytes[0] & 0xFF, text.toString());
  }

  @MethodSource("texts")
  @FuzzTest
  void text(byte[] bytes) {
    if (bytes.length > 1) {
      check(bytes[0] & 0xFF, new String(bytes, 1, bytes.length - 1, UTF_8));
    }
  }

  private static void check(int kind, String text) {
    String issuer = ISSUERS.get(kind % ISSUERS.size());
    int section = kind / ISSUERS.size() % 7;
    FuzzSupport.checkTwice(
        () ->
            ClaimsTest.claims(issuer, section, text).all().stream()
                .map(ClaimsFuzzTest::said)
                .toList());
    for (Claim claim : ClaimsTest.claims(issuer, section, text).all()) {
      assertThat(claim.from()).isBetween(0, claim.to());
      String folded = claim.paragraph().string();
      assertThat(claim.to()).isLessThanOrEqualTo(folded.length());
      assertThat(folded.substring(claim.from(), claim.to()))
          .matches("(?s).*[0-9０-９一二两三四五六七八九十百千万零〇没无未].*");
      assertThat(claim.amount().toString()).isNotBlank();
      claim.where().position();
    }
  }

  private static String said(Claim claim) {
    return claim.target().name()
        + "="
        + claim.amount()
        + "@"
        + claim.from()
        + "-"
        + claim.to()
        + claim.sentence()
        + claim.share();
  }

  /** The input that puts a sentence together. */
  private static byte[] bytes(String sentence) {
    byte[] bytes = new byte[sentence.length() + 1];
    int length = 1;
    int at = 0;
    while (at < sentence.length()) {
      int best = -1;
      for (int word = 0; word < WORDS.size(); word++) {
        if (sentence.startsWith(WORDS.get(word), at)
            && (best < 0 || WORDS.get(word).length() > WORDS.get(best).length())) {
          best = word;
        }
      }
      if (best >= 0) {
        bytes[length++] = (byte) best;
      }
      at += best < 0 ? 1 : WORDS.get(best).length();
    }
    return Arrays.copyOf(bytes, length);
  }
}
