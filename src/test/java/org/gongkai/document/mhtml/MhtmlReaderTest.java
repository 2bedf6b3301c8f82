package org.gongkai.document.mhtml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.gongkai.document.BlocksDump;
import org.gongkai.document.Document;
import org.gongkai.document.Document.Problem;
import org.gongkai.document.Format;
import org.gongkai.document.reader.DocumentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MhtmlReaderTest {
  private static final String PAGE = "<html><body><p>甲</p></body></html>";
  private static final String HTML = "Content-Type: text/html; charset=utf-8\n";

  private static Document read(String message) {
    return DocumentReader.read(message.getBytes(StandardCharsets.UTF_8));
  }

  private static String dump(String message) {
    Document document = read(message);
    assertThat(document.format()).isEqualTo(Format.MHTML);
    return BlocksDump.of(document);
  }

  /** A message of several parts. */
  private static String parts(String boundary, String... parts) {
    StringBuilder message =
        new StringBuilder(
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=" + boundary + "\n\n");
    for (String part : parts) {
      message.append("--").append(boundary.replace("\"", "")).append('\n').append(part);
    }
    return message.append("--").append(boundary.replace("\"", "")).append("--\n").toString();
  }

  @Test
  void aPageWithoutATableGivesWayToThatOfAFrameWithOne() {
    String page = "Content-Type: text/html\n\n<p>页</p><iframe src=b.html></iframe>\n";
    String prose = "Content-Type: text/html\n\n<p>文</p>\n";
    String table = "Content-Type: text/html\n\n<p>表</p><table><tr><td>甲<td>1</table>\n";
    assertThat(dump(parts("x", page, prose, table))).isEqualTo("P 表\nG\n  甲|1\n");
    assertThat(dump(parts("x", page, prose))).isEqualTo("P 页\n");
    assertThat(dump(parts("x", table, table.replace('1', '2')))).isEqualTo("P 表\nG\n  甲|1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x",
        "From: a\nMIME-Version: 1.0\nContent-Type:multipart/mixed",
        "content-type: text/html\n",
        "Content-Location: a\nContent-Type: text/html\n",
        "\r\n\r\nContent-Type: text/html\n",
        "X-9: a\nMIME-Version: 1.0\ncontent-type: text/html",
        "To: a\nMIME-Version: 1.0\ncontent-type: text/html",
        "Az-Za09: a\nMIME-Version: 1.0\ncontent-type: text/html",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: content-type: text/html mime-version:",
        "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nContent-Type: text/html\n"
      })
  void aMessageBeginsWithHeaders(String head) {
    assertThat(MhtmlReader.is(head.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "content-type: text/plain\n",
        "Subject: a\nContent-Type: text/html\n",
        "MIME-Version: 1.0\n",
        "甲: content-type: text/html mime-version:",
        "X y: content-type: text/html mime-version:",
        "X: content-type: text/html mime-version:",
        "X@y: content-type: text/html mime-version:",
        "X[y: content-type: text/html mime-version:",
        "X{y: content-type: text/html mime-version:",
        "X/y: content-type: text/html mime-version:",
        ": content-type: text/html mime-version:",
        "content-type",
        "<p>Content-Type: text/html mime-version:",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: content-type: text/html mime-version:",
        "\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nContent-Type: text/html\n"
      })
  void anythingElseIsNone(String head) {
    assertThat(MhtmlReader.is(head.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "\"a b\"", "abc; type=\"text/html\"", "\"abc\";x=y"})
  void theFirstPageAmongThePartsIsRead(String boundary) {
    String name = boundary.replaceAll(";.*", "");
    String message =
        parts(name, "Content-Type: image/png\n\nx\n", HTML + '\n' + PAGE + '\n', HTML + "\n<p>乙\n");
    assertThat(dump(message.replace("boundary=" + name, "boundary=" + boundary)))
        .isEqualTo("P 甲\n");
    assertThat(dump(message.replace("text/html;", "application/xhtml+xml;"))).isEqualTo("P 甲\n");
  }

  @Test
  void aHeaderMayGoOnOnTheNextLine() {
    String message = parts("abc", HTML + '\n' + PAGE + '\n');
    for (String fold : new String[] {";\n boundary", ";\n\tboundary", ";\r\n  boundary"}) {
      assertThat(dump(message.replace("; boundary", fold))).isEqualTo("P 甲\n");
    }
  }

  @Test
  void aBoundaryWithinALineIsNone() {
    String page = "<p>甲 --abc 乙</p>\n<p>丙</p>\n";
    assertThat(dump(parts("abc", HTML + '\n' + page))).isEqualTo("P 甲 --abc 乙\nP 丙\n");
    assertThat(dump("Content-Type: text/html\n\n--abc<p>甲</p>")).contains("甲");
  }

  @Test
  void partsMayHaveParts() {
    String message = HTML + '\n' + PAGE + '\n';
    for (int depth = 1; depth <= 4; depth++) {
      message = parts("b" + depth, message);
      assertThat(dump(message)).as("depth " + depth).isEqualTo("P 甲\n");
    }
    assertThat(read(parts("b5", message)).problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void aMessageWithoutAPageIsDamagedAndABlankPageEmpty() {
    assertThat(read(parts("abc", "Content-Type: text/plain\n\n甲\n")).problem())
        .isEqualTo(Problem.DAMAGED);
    assertThat(read(parts("abc").replace("; boundary=abc", "")).problem())
        .isEqualTo(Problem.DAMAGED);
    assertThat(read(parts("abc", HTML + "\n \n")).problem()).isEqualTo(Problem.EMPTY);
  }

  @Test
  void theFirstOfTwoHeadersOfANameCounts() {
    assertThat(read(HTML + "Content-Type: text/html; charset=utf-16\n\n" + PAGE + "\n").charset())
        .isEqualTo("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "=E7=94=B2, 甲",
    "=e7=94=b2, 甲",
    "a=3Db, a=b",
    "a=40b, a@b",
    "a=09b, a b",
    "a=Fz, a=Fz",
    "a=b, a=b",
    "a=zz, a=zz",
    "a=3, a=3",
    "a=, a",
    "'a=\nb', ab",
    "'a= \t\r\nb', ab",
    "'a= b', a= b"
  })
  void quotedPrintableIsUndoneAndWhatIsNoneLeft(String coded, String read) {
    String message = HTML + "Content-Transfer-Encoding: Quoted-Printable\n\n<html><p>" + coded;
    assertThat(dump(message)).isEqualTo("P " + read + '\n');
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void base64MayBeCutAnywhere(int lost) {
    String page = "<html><p>甲甲甲甲</p><p>乙</p></html>          ";
    String coded =
        Base64.getMimeEncoder(12, new byte[] {'\n'})
            .encodeToString(page.getBytes(StandardCharsets.UTF_8));
    String message = HTML + "Content-Transfer-Encoding: base64\n\n" + coded;
    assertThat(dump(message.substring(0, message.length() - lost))).isEqualTo("P 甲甲甲甲\nP 乙\n");
  }

  @Test
  void linesBeforeTheHeadersAreSkipped() {
    assertThat(dump("\r\n \n" + HTML + '\n' + PAGE)).isEqualTo("P 甲\n");
  }

  @Test
  void aLineThatIsNoHeaderIsSkipped() {
    assertThat(dump(HTML + "甲乙\n: x\nX-A: b\n\n" + PAGE)).isEqualTo("P 甲\n");
    assertThat(
            dump(
                parts("abc", HTML + "\n" + PAGE + "\n")
                    .replace("MIME", ":\nMIME")
                    .replaceFirst("^:\n", "X-A: b\n:\n")))
        .isEqualTo("P 甲\n");
  }

  @Test
  void aBoundaryEndsWhereItsWordOrItsQuotesDo() {
    String message = parts("abc", HTML + '\n' + PAGE + '\n');
    for (String boundary :
        new String[] {"abc ; a=b", "abc\t", "\"abc", "abc; charset=x", " \"abc\" "}) {
      assertThat(dump(message.replace("boundary=abc", "boundary=" + boundary)))
          .as(boundary)
          .isEqualTo("P 甲\n");
    }
  }

  @Test
  void theLastPartMayLackItsEnd() {
    String message = parts("abc", "Content-Type: image/png\n\nx\n", HTML + '\n' + PAGE + '\n');
    assertThat(dump(message.substring(0, message.lastIndexOf("--abc")))).isEqualTo("P 甲\n");
    assertThat(dump(message.replace("\n--abc--\n", ""))).isEqualTo("P 甲\n");
    String cut = message.substring(0, message.lastIndexOf("--abc\n") + 5);
    assertThat(read(cut).problem()).isEqualTo(Problem.DAMAGED);
  }

  @Test
  void aPartEndsWhereTheOneAroundItDoes() {
    String inner = parts("in", "Content-Type: image/png\n\nx\n").replace("--in--\n", "");
    String message = parts("out", inner, HTML + '\n' + PAGE + '\n') + "--in\n" + HTML + "\n<p>乙";
    assertThat(dump(message)).isEqualTo("P 甲\n");
  }

  @Test
  void aPageWithoutACharsetIsReadAsItsBytesSay() {
    Document document = read("Content-Type: text/html\nMIME-Version: 1.0\n\n" + PAGE);
    assertThat(document.charset()).isEqualTo("UTF-8");
    assertThat(document.charsetFrom())
        .isEqualTo(DocumentReader.read(PAGE.getBytes(StandardCharsets.UTF_8)).charsetFrom());
    assertThat(BlocksDump.of(document)).isEqualTo("P 甲\n");
  }

  @Test
  void lettersBeyondAsciiInBase64AreSkipped() {
    String coded =
        Base64.getEncoder()
            .encodeToString("<html><p>甲甲</p></html>   ".getBytes(StandardCharsets.UTF_8));
    String message = HTML + "Content-Transfer-Encoding: BASE64\n\n";
    assertThat(dump(message + coded.substring(0, 9) + "甲" + coded.substring(9) + "A"))
        .isEqualTo("P 甲甲\n");
  }
}
