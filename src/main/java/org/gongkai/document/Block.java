package org.gongkai.document;

import java.util.List;

/** A piece of a document: a paragraph or a grid, in reading order. */
public sealed interface Block permits Paragraph, Grid {
  /** What it says, piece by piece, blank cells among them. */
  List<Text> texts();
}
