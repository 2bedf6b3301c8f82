package org.gongkai.document.doc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.gongkai.document.Block;
import org.gongkai.document.Document.Image;
import org.gongkai.document.Origin;
import org.gongkai.document.Position;
import org.gongkai.document.Text;
import org.gongkai.document.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the paragraphs of a document in order: neither deleted nor hidden text, of fields what they
 * show, the numbers of lists before them.
 */
final class ParagraphReader {
  /** Where words are: the paragraph is the line. */
  private static final Origin PARAGRAPHS =
      (node, offset) -> new Position(Math.max(1, node), offset + 1);

  private static final char FIELD_BEGIN = 0x13;
  private static final char FIELD_SEPARATOR = 0x14;
  private static final char FIELD_END = 0x15;
  private static final char PICTURE = 1;
  private static final char DRAWN = 8;
  private static final char LINE_BREAK = 0x0b;
  private static final char PAGE_BREAK = 0x0c;
  private static final char HARD_HYPHEN = 0x1e;

  private final TextBuilder words = new TextBuilder(PARAGRAPHS);
  private final ListNumbers numbers = new ListNumbers();
  private final List<Image> images = new ArrayList<>();

  /** The fields that are open: whether what comes is what they show. */
  private final Deque<Boolean> fields = new ArrayDeque<>();

  private int count;

  List<Image> images() {
    return images;
  }

  /** A blank cell that comes next. */
  Text blank() {
    return Text.blank(count + 1, 0, PARAGRAPHS);
  }

  /** Reads a paragraph; a line break within it begins another. */
  void read(Paragraph paragraph, List<Block> into) {
    count++;
    int offset = 0;
    boolean numbered = false;
    for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
      CharacterRun run = paragraph.getCharacterRun(i);
      String text = run.text();
      boolean shown = !run.isMarkedDeleted() && !run.isVanished();
      for (int j = 0; j < text.length(); j++) {
        char c = text.charAt(j);
        if (isField(c) || !shown || !isShown()) {
          offset++;
          continue;
        }
        if (c == PICTURE || c == DRAWN) {
          images.add(DocReader.image(into));
        } else if (c == LINE_BREAK || c == PAGE_BREAK) {
          end(into);
        } else if (c == HARD_HYPHEN) {
          words.addAs("-", count, offset);
        } else {
          if (!numbered && c > ' ') {
            numbered = true;
            words.addAs(numbers.next(paragraph), count, offset);
          }
          words.add(text, count, j, j + 1, offset - j);
        }
        offset++;
      }
    }
    end(into);
  }

  /** Whether it is a field's mark; notes where the field is. */
  private boolean isField(char c) {
    switch (c) {
      case FIELD_BEGIN -> fields.push(false);
      case FIELD_SEPARATOR -> {
        if (!fields.isEmpty()) {
          fields.pop();
          fields.push(true);
        }
      }
      case FIELD_END -> {
        if (!fields.isEmpty()) {
          fields.pop();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean isShown() {
    return fields.stream().allMatch(shows -> shows);
  }

  private void end(List<Block> into) {
    @Nullable Text text = words.take();
    if (text != null) {
      into.add(new org.gongkai.document.Paragraph(text));
    }
  }
}
