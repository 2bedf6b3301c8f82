package org.gongkai.rule.narrative;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Meanings of the words in claims; {@code words.txt} lists the words of each. */
enum WordMeaning {
  /** Does not matter: 共, 依法, 全年. */
  FILLER,
  /** A number that counts something: 12件. */
  FIGURE,
  /** 45.9%. */
  PERCENT,
  /** A number without a unit. */
  NUMBER,
  /** A year: 2023年. */
  YEAR,
  /** A day or month that is neither the first nor the last of the year. */
  PART_OF_YEAR,
  /** The year before, not by number: 上年. */
  PAST,
  /** The year after: 下年度. */
  NEXT,
  /** Requests that are certainly for disclosure of information: 政府信息公开申请. */
  REQUEST,
  /** Requests of any kind: 申请. */
  APPLICATION,
  /** 政府信息公开: what remedies are about. */
  INFORMATION,
  /** Natural persons alone. */
  CITIZEN,
  /** Bodies alone. */
  LEGAL,
  RECEIVE,
  RECEIVE_NEW,
  /** 新增: new ones, or how many more than the year before. */
  ADDED,
  HANDLE,
  ANSWER,
  /** Answered in time: all requests, if none was late. */
  ON_TIME,
  /** Answered late, or at once: distinguishes these from the other requests. */
  LATE,
  UNFINISHED,
  CARRY,
  /** Carried to the year before or after only where one is named: 转入下年度. */
  TRANSFER,
  DISCLOSED,
  PARTIALLY,
  REFUSED,
  UNAVAILABLE,
  NOT_PROCESSED,
  OTHER_HANDLING,
  /** The label of a row of table III. */
  ROW,
  DOCUMENT,
  REGULATION,
  ISSUE,
  REPEAL,
  IN_FORCE,
  KEEP,
  /** 失效, 修改: other changes than being repealed. */
  LAPSE,
  RECONSIDERATION,
  LITIGATION,
  DIRECT,
  AFTER_RECONSIDERATION,
  UPHELD,
  CORRECTED,
  PENDING,
  BEFALL,
  NONE,
  NONE_RECEIVED,
  NONE_ISSUED,
  NONE_REPEALED,
  /** 各, 分别, 均: each, not together. */
  EACH,
  AMONG,
  /** 除: what follows is excluded. */
  EXCEPT,
  /** Goes before what requests are about: 针对, 关于. */
  ABOUT,
  /** At the time of writing, after the year: 目前. */
  NOW,
  INCLUDING,
  COMPARE,
  UP,
  DOWN,
  SHARE,
  RATE,
  APPROXIMATELY,
  /** 上半年, 近年: another time than the year. */
  OTHER_TIME,
  /** 以来: another time too, but after this year's number. */
  SINCE,
  /** Other business that is received and answered: 热线, 信箱. */
  OTHER_BUSINESS,
  /** The whole region: 全市. */
  WHOLE,
  /** The body itself: 我局. */
  OWN,
  /** A part of the region or the body: 市本级. */
  PART,
  /** Parts that together are the whole: 各部门. */
  PARTS,
  COMMA,
  OPEN,
  CLOSE,
  STOP,
  /** Anything else. */
  UNKNOWN;

  /** Outcomes of requests: groups of rows of table III, and rows. */
  static final Set<WordMeaning> OUTCOMES = EnumSet.range(DISCLOSED, ROW);

  /** How requests and remedies end. */
  static final Set<WordMeaning> ENDS = with(OUTCOMES, UPHELD, CORRECTED, PENDING);

  /** Things that a figure can count. */
  static final Set<WordMeaning> VERBS =
      with(
          ENDS,
          RECEIVE,
          RECEIVE_NEW,
          ADDED,
          ANSWER,
          CARRY,
          TRANSFER,
          UNFINISHED,
          ISSUE,
          REPEAL,
          IN_FORCE,
          RECONSIDERATION,
          LITIGATION);

  private static Set<WordMeaning> with(Set<WordMeaning> words, WordMeaning... more) {
    Set<WordMeaning> all = EnumSet.copyOf(words);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
