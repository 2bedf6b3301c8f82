package org.gongkai.document.html;

import java.util.Arrays;
import org.gongkai.document.Source;
import org.gongkai.text.Ascii;

/**
 * A spreadsheet saved as XML (Excel 2003, {@code urn:schemas-microsoft-com:office:spreadsheet})
 * made a page: its rows and cells are those of a table, what is no cell's data is left out.
 */
public final class SheetXml {
  private static final String NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

  /** The namespace is named in the first element. */
  private static final int HEAD = 4096;

  /** Further to the right no form has a cell. */
  private static final int MOST_COLUMNS = 64;

  private final String file;
  private final StringBuilder page = new StringBuilder();
  private int[] places = new int[1024];
  private boolean data;
  private int column;
  private int row;

  /** For each column the row at which what reaches down from above ends. */
  private final int[] until = new int[MOST_COLUMNS];

  private SheetXml(String file) {
    this.file = file;
  }

  /** Whether a file is such a spreadsheet. */
  public static boolean is(String file) {
    int named = file.indexOf(NAMESPACE);
    return named >= 0 && named < HEAD && file.indexOf("Worksheet", named) >= 0;
  }

  /** The page that shows the spreadsheet; its characters stand where the spreadsheet has them. */
  public static Source page(String file) {
    SheetXml sheet = new SheetXml(file);
    sheet.read();
    int[] places = Arrays.copyOf(sheet.places, sheet.page.length() + 1);
    places[sheet.page.length()] = file.length();
    return new Source(sheet.page.toString(), file, places);
  }

  private void read() {
    int at = 0;
    while (at < file.length()) {
      int open = file.indexOf('<', at);
      int from = open < 0 ? file.length() : open;
      if (data) {
        for (int i = at; i < from; i++) {
          put(String.valueOf(file.charAt(i)), i);
        }
      }
      int end = open < 0 ? -1 : file.indexOf('>', open);
      if (end < 0) {
        return;
      }
      tag(open, end);
      at = end + 1;
    }
  }

  private void tag(int open, int end) {
    boolean closes = file.charAt(open + 1) == '/';
    boolean empty = file.charAt(end - 1) == '/';
    int from = open + (closes ? 2 : 1);
    int to = from;
    while (to < end && (Ascii.isLetter(file.charAt(to)) || file.charAt(to) == ':')) {
      from = file.charAt(to) == ':' ? to + 1 : from;
      to++;
    }
    switch (file.substring(from, to)) {
      case "Table" -> {
        put(closes || empty ? "</table>" : "<table>", open);
        row = 0;
        Arrays.fill(until, 0);
      }
      case "Row" -> row(open, end, closes, empty);
      case "Cell" -> {
        if (!closes) {
          cell(open, end);
        }
        if (closes || empty) {
          put("</td>", open);
        }
      }
      case "Data" -> data = !closes && !empty;
      default -> {
        // Styles, settings and names of ranges are not seen.
      }
    }
  }

  private void row(int open, int end, boolean closes, boolean empty) {
    if (!closes) {
      int index = number(open, end, "Index");
      row = index > 0 ? index : row + 1;
      column = 0;
    }
    put(closes || empty ? "</tr>" : "<tr>", open);
  }

  private void cell(int open, int end) {
    int index = Math.min(number(open, end, "Index"), MOST_COLUMNS);
    for (; column < index - 1; column++) {
      if (until[column] <= row) {
        put("<td></td>", open);
      }
    }
    int across = number(open, end, "MergeAcross") + 1;
    int down = number(open, end, "MergeDown") + 1;
    put("<td colspan=" + across + " rowspan=" + down + ">", open);
    while (index == 0 && column < MOST_COLUMNS && until[column] > row) {
      column++;
    }
    int to = Math.min(column + across, MOST_COLUMNS);
    Arrays.fill(until, Math.min(column, to), to, row + down);
    column = to;
  }

  /** The value of an attribute; 0 where there is none. */
  private int number(int open, int end, String name) {
    int at = file.substring(open, end).indexOf(name + "=");
    at = at < 0 ? at : at + open;
    int digit = at + name.length() + 2;
    int number = 0;
    while (at >= 0 && digit < end && Ascii.isDigit(file.charAt(digit)) && number < 10_000) {
      number = number * 10 + file.charAt(digit++) - '0';
    }
    return number;
  }

  private void put(String text, int place) {
    int size = page.length();
    page.append(text);
    if (page.length() > places.length) {
      places = Arrays.copyOf(places, page.length() * 2);
    }
    Arrays.fill(places, size, page.length(), place);
  }
}
