package org.gongkai.form;

/** The kind of figures in a cell of the form. */
public enum FigureKind {
  /** A non-negative integer: documents, requests, cases. */
  COUNT,
  /** A signed integer: 本年增/减 of edition 2019. */
  CHANGE,
  /** An exact, non-negative decimal: 本年收费金额, 采购总金额. */
  AMOUNT
}
