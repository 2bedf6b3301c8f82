package org.gongkai.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.CompletedPart;

class S3UploadTest {
  private final List<String> requests = new ArrayList<>();
  private long sent;
  private int sum;

  private S3Upload upload = upload();

  private S3Upload upload() {
    return new S3Upload(
        new S3Upload.Requests() {
          @Override
          public void put(byte[] bytes) {
            requests.add("put");
            take(bytes);
          }

          @Override
          public String begin() {
            requests.add("begin");
            return "id";
          }

          @Override
          public CompletedPart part(String uploadId, int number, byte[] bytes) {
            requests.add("part " + number);
            take(bytes);
            return CompletedPart.builder().partNumber(number).build();
          }

          @Override
          public void complete(String uploadId, List<CompletedPart> parts) {
            requests.add("complete " + parts.size());
          }

          @Override
          public void abort(String uploadId) {
            requests.add("abort");
          }
        });
  }

  private void take(byte[] bytes) {
    sent += bytes.length;
    for (byte b : bytes) {
      sum = 31 * sum + b;
    }
  }

  @Test
  void aSmallObjectIsOneRequest() {
    upload.write('x');
    upload.complete();
    upload.close();
    assertThat(requests).containsExactly("put");
    assertThat(sent).isOne();
  }

  @Test
  void aLargeOneIsPartsOfWhichOnlyTheLastMayBeSmall() {
    upload.write(new byte[S3Upload.PART + 1], 0, S3Upload.PART + 1);
    upload.complete();
    upload.close();
    assertThat(requests).containsExactly("begin", "part 1", "part 2", "complete 2");
  }

  @Test
  void oneThatIsNotCompleteIsGivenUp() {
    upload.write(new byte[S3Upload.PART + 1], 0, S3Upload.PART + 1);
    upload.close();
    upload.close();
    assertThat(requests).containsExactly("begin", "part 1", "abort");
  }

  @Test
  void nothingIsSentOfASmallOneThatIsGivenUp() {
    upload.write('x');
    upload.close();
    assertThat(requests).isEmpty();
  }

  @Property(tries = 20)
  void allBytesAreSentInTheirOrder(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 5_000_000) Integer> writes) {
    upload = upload();
    sent = 0;
    sum = 0;
    int expected = 0;
    long length = 0;
    for (int write : writes) {
      byte[] bytes = new byte[write];
      for (int i = 0; i < write; i++) {
        bytes[i] = (byte) (length + i);
        expected = 31 * expected + bytes[i];
      }
      upload.write(bytes, 0, write);
      length += write;
    }
    upload.complete();
    assertThat(sent).isEqualTo(length);
    assertThat(sum).isEqualTo(expected);
  }
}
