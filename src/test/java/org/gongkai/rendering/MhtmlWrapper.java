package org.gongkai.rendering;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Wraps a page in MHTML, as browsers and Word save it. */
enum MhtmlWrapper {
  QUOTED_PRINTABLE,
  BASE64;

  byte[] wrap(byte[] html, String charset) {
    String boundary = "----=_NextPart_01DA4B2F.5C0E";
    String body = this == BASE64 ? Base64.getMimeEncoder().encodeToString(html) : quoted(html);
    String whole =
        "From: <Saved by a browser>\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\""
            + boundary
            + "\"\r\n\r\n\r\n"
            + "--"
            + boundary
            + "\r\nContent-Location: file:///C:/report.htm\r\nContent-Transfer-Encoding: "
            + (this == BASE64 ? "base64" : "quoted-printable")
            + "\r\nContent-Type: text/html; charset=\""
            + charset
            + "\"\r\n\r\n"
            + body
            + "\r\n"
            + "--"
            + boundary
            + "\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
            + "Content-Location: file:///C:/report.files/image001.png\r\n\r\niVBORw0KGgoAAAANSUhEUg==\r\n"
            + "--"
            + boundary
            + "--\r\n";
    return whole.getBytes(StandardCharsets.US_ASCII);
  }

  private static String quoted(byte[] bytes) {
    StringBuilder out = new StringBuilder(bytes.length * 2);
    int column = 0;
    for (byte b : bytes) {
      String next =
          b == '\n'
              ? "\r\n"
              : b >= 33 && b <= 126 && b != '=' || b == ' '
                  ? String.valueOf((char) b)
                  : String.format("=%02X", b);
      if (b != '\n' && column + next.length() > 75) {
        out.append("=\r\n");
        column = 0;
      }
      out.append(next);
      column = b == '\n' ? 0 : column + next.length();
    }
    return out.toString();
  }
}
