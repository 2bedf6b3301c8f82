package org.gongkai.document.pdf;

/** A table without lines, on its page. */
record BareBlock(BareTables.Bare table) implements PageBlock {
  @Override
  public int page() {
    return table.lines().get(0).page();
  }

  @Override
  public int lastPage() {
    return page();
  }

  @Override
  public float top() {
    return table.lines().get(0).y0();
  }

  @Override
  public float left() {
    return table.lines().get(0).x0();
  }
}
