package org.gongkai.report.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.Where;
import org.gongkai.text.LongestCommonSubsequence;
import org.jspecify.annotations.Nullable;

/** Finds the dates that a report has for itself: its publication, the period it is of. */
final class DateReader {
  private static final Pattern DATE =
      Pattern.compile("((?:19|20)\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)");
  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?:发布(?:日期|时间)|公开(?:日期|时间)|发文日期|公布日期|(?<!统计)(?<!截止)时\\s*间|(?<!截止)(?<!成文)日\\s*期).{0,16}?"
              + DATE.pattern());

  /** From a day to a day, or from a month to a month; the second may be without its year. */
  private static final Pattern PERIOD =
      Pattern.compile(
          "(\\d{4,})\\s*[-./年]\\s*(\\d{1,2})\\s*(?:[-./月]\\s*(\\d{1,2})\\s*日?|月)\\s*(?:份|起|开始)?[\\s，,]*"
              + "(?:至|到|[-—–~～])+\\s*(?:(\\d{4,})\\s*[-./年]\\s*)?"
              + "(\\d{1,2})\\s*(?:[-./月]\\s*(\\d{1,2})\\s*日?|月)(?!\\s*\\d)");

  private static final Pattern SPAN = Pattern.compile("[至到起止~～]");
  private static final Pattern LOOSE_PERIOD =
      Pattern.compile(
          "期限[^0-9?\uFFFD]{0,8}([0-9年月日?\uFFFD]{4,16})(?:起至|起到|起|至|到)([0-9年月日?\uFFFD]{4,16})");

  private DateReader() {}

  /** A day, and where it is printed. */
  record Dated(LocalDate date, Where where) {}

  /** The day of publication, as the page shows it; what its metadata have may be any day. */
  static @Nullable Dated published(List<HeadLine> head, List<HeadLine> tail) {
    for (HeadLine line : head) {
      if (!line.mayHaveDate()) {
        continue;
      }
      Matcher matcher = PUBLISHED.matcher(line.string());
      @Nullable Dated found = null;
      while (matcher.find()) {
        LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
        boolean named = matcher.group().startsWith("发布") || matcher.group().startsWith("公");
        if (date != null && (found == null || named)) {
          found = new Dated(date, line.where(matcher.start(1), matcher.end()));
        }
      }
      if (found != null && line.string().length() < HeadLine.LONGEST) {
        return found;
      }
    }
    Dated shown = alone(head, 22);
    return shown == null ? alone(tail, 16) : shown;
  }

  /** The date of the first line that is hardly more than one: below the title, the signature. */
  private static @Nullable Dated alone(List<HeadLine> lines, int longest) {
    for (HeadLine line : lines) {
      if (!line.mayHaveDate() || line.string().trim().length() > longest) {
        continue;
      }
      Matcher matcher = DATE.matcher(line.string());
      if (!SPAN.matcher(line.string()).find() && matcher.find()) {
        LocalDate date = date(matcher.group(1), matcher.group(2), matcher.group(3));
        if (date != null) {
          return new Dated(date, line.where(matcher.start(), matcher.end()));
        }
      }
    }
    return null;
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    try {
      // Of a damaged year the last digits are those that belong to it: 202020年.
      String whole = year.substring(year.length() - 4);
      return LocalDate.of(Integer.parseInt(whole), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null; // printed, but no day of the calendar
    }
  }

  /** The days from which and to which figures are counted. */
  record Period(LocalDate from, LocalDate to, Where where) {}

  /**
   * The period that figures are of.
   *
   * @param year the report's, by which a period that lost characters is told; null for unknown
   */
  static @Nullable Period period(List<HeadLine> lines, @Nullable Integer year) {
    for (int i = 0; i < lines.size(); i++) {
      Period period = lines.get(i).tellsPeriod() ? whole(lines, i) : null;
      if (period != null) {
        return period;
      }
    }
    if (year == null) {
      return null;
    }
    for (HeadLine line : lines) {
      Matcher matcher = line.hasPeriod() ? LOOSE_PERIOD.matcher(line.string()) : null;
      if (matcher != null && matcher.find()) {
        boolean whole =
            isLeftOf(matcher.group(1), year + "年1月1日")
                && isLeftOf(matcher.group(2), year + "年12月31日");
        if (whole) {
          return new Period(
              LocalDate.of(year, 1, 1),
              LocalDate.of(year, 12, 31),
              line.where(matcher.start(1), matcher.end()));
        }
      }
    }
    return null;
  }

  /** The period in a line, or in it and the next: a line end may be within. */
  private static @Nullable Period whole(List<HeadLine> lines, int at) {
    HeadLine line = lines.get(at);
    String string = line.string();
    String next = at + 1 < lines.size() ? string + ' ' + lines.get(at + 1).string() : string;
    Matcher matcher = PERIOD.matcher(next);
    if (!matcher.find() || matcher.start() >= string.length()) {
      return null;
    }
    boolean inMonths = matcher.group(3) == null || matcher.group(6) == null;
    String last = matcher.group(4) == null ? matcher.group(1) : matcher.group(4);
    LocalDate from = date(matcher.group(1), matcher.group(2), inMonths ? "1" : matcher.group(3));
    LocalDate to = date(last, matcher.group(5), inMonths ? "1" : matcher.group(6));
    if (from == null || to == null || inMonths && !line.hasPeriod()) {
      return null;
    }
    LocalDate end = inMonths ? to.plusMonths(1).minusDays(1) : to;
    return new Period(
        from, end, line.where(matcher.start(), Math.min(matcher.end(), string.length())));
  }

  /** Whether a date is what is left of another after characters were lost. */
  private static boolean isLeftOf(String left, String whole) {
    String clean = left.replaceAll(HeadLine.LOST, "");
    return clean.length() >= 3 && LongestCommonSubsequence.length(clean, whole) == clean.length();
  }
}
