package org.gongkai.form;

/** What figures a cell of the form takes. */
public enum Kind {
  /** A non-negative integer: pieces, requests, cases. */
  COUNT,
  /** An integer with a sign: 本年增/减 of edition 2019. */
  CHANGE,
  /** An exact, non-negative decimal: 本年收费金额, 采购总金额. */
  AMOUNT
}
