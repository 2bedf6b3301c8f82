package org.gongkai.rendering;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The characters that a copy is written in. */
enum Script {
  SIMPLIFIED,
  /** Traditional characters, as on a site of another region. */
  TRADITIONAL,
  /**
   * Traditional, with the toned pinyin of each changed character after it: {@code 政務(wù)公開(kāi)}.
   */
  PINYIN_TONED,
  /** Traditional, with the plain pinyin of every character after it: {@code 公(gong)開(kai)}. */
  PINYIN_PLAIN,
  /** Simplified with plain pinyin in full-width brackets after some characters. */
  PINYIN_SOME;

  /** Simplified, traditional where it differs, pinyin. */
  private static final String TABLE =
      """
      一yī 七qī 万萬wàn 三sān 上shàng 下xià 不bù 与與yǔ 业業yè 东東dōng 个個gè 中zhōng 丰豐fēng 临臨lín 为為wéi 主zhǔ
      举舉jǔ 之zhī 九jiǔ 乡鄉xiāng 予yǔ 事shì 二èr 于於yú 云雲yún 互hù 五wǔ 人rén 仍réng 他tā 代dài 令lìng 以yǐ 件jiàn
      份fèn 仿fǎng 企qǐ 会會huì 位wèi 住zhù 体體tǐ 余餘yú 作zuò 例lì 供gōng 依yī 保bǎo 信xìn 健jiàn 元yuán 全quán 八bā
      公gōng 六liù 共gòng 关關guān 其qí 具jù 内內nèi 再zài 决決jué 况況kuàng 减減jiǎn 出chū 函hán 分fēn 划劃huà 列liè
      到dào 制zhì 前qián 办辦bàn 加jiā 务務wù 动動dòng 勾gōu 北běi 区區qū 十shí 协協xié 华華huá 单單dān 南nán 卫衛wèi
      危wēi 卷juàn 县縣xiàn 及jí 反fǎn 发發fā 取qǔ 另lìng 只zhǐ 召zhào 可kě 台臺tái 号號hào 司sī 各gè 合hé 名míng 后後hòu
      告gào 员員yuán 和hé 商shāng 善shàn 四sì 因yīn 国國guó 图圖tú 在zài 地dì 场場chǎng 址zhǐ 均jūn 坚堅jiān 垅壟lǒng
      城chéng 培péi 填tián 增zēng 处處chù 复復fù 外wài 够夠gòu 大dà 失shī 如rú 委wěi 媒méi 存cún 安ān 宋sòng 完wán 定dìng
      审審shěn 室shì 家jiā 容róng 密mì 富fù 对對duì 将將jiāng 尚shàng 局jú 屏píng 展zhǎn 属屬shǔ 岭嶺lǐng 工gōng 已yǐ 市shì
      布bù 干gàn 平píng 年nián 府fǔ 废廢fèi 度dù 康kāng 建jiàn 开開kāi 式shì 引yǐn 强強qiáng 当當dāng 形xíng 待dài 律lǜ
      性xìng 总總zǒng 息xī 情qíng 懂dǒng 成chéng 或huò 户戶hù 房fáng 所suǒ 执執zhí 投tóu 护護hù 报報bào 持chí 指zhǐ 按àn
      据據jù 掌zhǎng 接jiē 推tuī 措cuò 提tí 握wò 收shōu 改gǎi 政zhèng 效xiào 教jiào 数數shù 文wén 新xīn 方fāng 施shī 无無wú
      日rì 明míng 是shì 普pǔ 更gèng 月yuè 有yǒu 服fú 望wàng 期qī 未wèi 本běn 机機jī 权權quán 条條tiáo 来來lái 杨楊yáng
      构構gòu 果guǒ 查chá 标標biāo 栏欄lán 根gēn 格gé 案àn 桥橋qiáo 概gài 次cì 止zhǐ 正zhèng 步bù 比bǐ 民mín 永yǒng
      求qiú 汇匯huì 江jiāng 没沒méi 河hé 法fǎ 注zhù 浏瀏liú 浦pǔ 涉shè 清qīng 渠qú 源yuán 溪xī 滨濱bīn 然rán 照zhào 版bǎn
      物wù 现現xiàn 理lǐ 生shēng 用yòng 由yóu 申shēn 电電diàn 畅暢chàng 疑yí 白bái 的de 益yì 监監jiān 目mù 直zhí 相xiāng
      督dū 知zhī 石shí 码碼mǎ 研yán 确確què 示shì 社shè 禁jìn 种種zhǒng 科kē 秘mì 称稱chēng 程chéng 稳穩wěn 稽jī 稿gǎo
      站zhàn 章zhāng 第dì 等děng 答dá 策cè 管guǎn 篇piān 类類lèi 系xì 索suǒ 纠糾jiū 约約yuē 纳納nà 组組zǔ 织織zhī 经經jīng
      结結jié 络絡luò 统統tǒng 继繼jì 续續xù 维維wéi 综綜zōng 编編biān 缴繳jiǎo 网網wǎng 罚罰fá 置zhì 职職zhí 联聯lián 育yù
      能néng 自zì 至zhì 若ruò 范範fàn 获獲huò 行xíng 街jiē 补補bǔ 表biǎo 被bèi 要yào 见見jiàn 规規guī 览覽lǎn 解jiě 计計jì
      认認rèn 训訓xùn 议議yì 许許xǔ 讼訟sòng 设設shè 访訪fǎng 识識shí 诉訴sù 话話huà 询詢xún 请請qǐng 读讀dú 购購gòu
      费費fèi 资資zī 起qǐ 路lù 转轉zhuǎn 较較jiào 过過guò 还還hái 这這zhè 进進jìn 述shù 送sòng 适適shì 透tòu 通tōng 逾yú
      道dào 邮郵yóu 部bù 采採cǎi 重zhòng 量liàng 金jīn 镇鎮zhèn 门門mén 问問wèn 闻聞wén 阅閱yuè 附fù 限xiàn 院yuàn 集jí
      需xū 青qīng 面miàn 页頁yè 项項xiàng 题題tí 额額é 首shǒu 高gāo 麓lù 黑hēi 款kuǎn 间間jiān 录錄lù 导導dǎo 负負fù
      """;

  private static final Map<Integer, String> TRADITIONAL_OF = new HashMap<>();
  private static final Map<Integer, String> PINYIN_OF = new HashMap<>();
  private static final Map<Integer, String> PLAIN_PINYIN_OF = new HashMap<>();

  static {
    for (String entry : TABLE.trim().split("\\s+")) {
      int simplified = entry.charAt(0);
      boolean differs = Character.UnicodeScript.of(entry.charAt(1)) == Character.UnicodeScript.HAN;
      TRADITIONAL_OF.put(simplified, differs ? entry.substring(1, 2) : entry.substring(0, 1));
      String pinyin = entry.substring(differs ? 2 : 1);
      PINYIN_OF.put(simplified, pinyin);
      PLAIN_PINYIN_OF.put(
          simplified, Normalizer.normalize(pinyin, Normalizer.Form.NFD).replaceAll("\\p{M}", ""));
    }
  }

  /** The text in this script; only Han characters change. */
  String write(String text, Random random) {
    if (this == SIMPLIFIED) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.append(write(c, random)));
    return out.toString();
  }

  private String write(int c, Random random) {
    String same = Character.toString(c);
    String traditional = TRADITIONAL_OF.getOrDefault(c, same);
    String pinyin = PINYIN_OF.getOrDefault(c, "");
    String plain = PLAIN_PINYIN_OF.getOrDefault(c, "");
    return switch (this) {
      case SIMPLIFIED -> same;
      case TRADITIONAL -> traditional;
      case PINYIN_TONED -> traditional.equals(same) ? same : traditional + '(' + pinyin + ')';
      case PINYIN_PLAIN -> pinyin.isEmpty() ? traditional : traditional + '(' + plain + ')';
      case PINYIN_SOME ->
          pinyin.isEmpty() || random.nextInt(3) > 0 ? same : same + '（' + plain + '）';
    };
  }
}
