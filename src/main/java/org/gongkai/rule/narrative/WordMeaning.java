package org.gongkai.rule.narrative;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** What words mean to the reading of claims; the words of each are in {@code words.txt}. */
enum WordMeaning {
  /** Says nothing that matters: 共, 依法, 全年. */
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
  /** Requests, and for disclosure of information beyond doubt: 政府信息公开申请. */
  REQUEST,
  /** Requests of whatever kind: 申请. */
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
  /** Answered in time: of all, where nothing was late. */
  ON_TIME,
  /** Answered late, or at once: the others are told apart from these. */
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
  /** 失效, 修改: another fate than being repealed. */
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
  /** 除: what follows is what is left. */
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
  /** Other business that comes in and is answered: 热线, 信箱. */
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

  /** What a figure may be said to be of. */
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
