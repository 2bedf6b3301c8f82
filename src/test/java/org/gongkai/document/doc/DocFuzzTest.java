package org.gongkai.document.doc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.gongkai.document.Block;
import org.gongkai.document.Document;
import org.gongkai.fuzz.FuzzSupport;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes give a document or are refused. */
class DocFuzzTest {
  static Stream<byte[]> files() {
    return FuzzSupport.files(".doc");
  }

  @MethodSource("files")
  @FuzzTest
  void file(byte[] bytes) {
    FuzzSupport.checkTwice(
        () -> {
          Document document = DocReader.read(bytes);
          StringBuilder words = new StringBuilder().append(document.problem());
          for (Block block : document.blocks()) {
            block.texts().forEach(text -> words.append(text.string()).append(text.position()));
          }
          return words.toString();
        });
  }
}
