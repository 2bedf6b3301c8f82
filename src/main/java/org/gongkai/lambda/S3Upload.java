package org.gongkai.lambda;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongkai.store.Upload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * Writes an object of any size to S3: a small one in one request, a larger one as a multipart
 * upload in parts of {@value #PART} bytes, of which one is in memory at a time.
 */
final class S3Upload extends Upload {
  /** S3 accepts 10,000 parts of at least 5 MiB; with parts of 8 MiB, objects of up to 80 GB. */
  static final int PART = 8 << 20;

  private static final int FIRST = 1 << 16;

  private final Requests requests;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] part = new byte[FIRST];
  private int filled;
  private @Nullable String uploadId;
  private boolean done;

  /** Sends the requests that create an object. */
  interface Requests {
    void put(byte[] bytes);

    String begin();

    CompletedPart part(String uploadId, int number, byte[] bytes);

    void complete(String uploadId, List<CompletedPart> parts);

    void abort(String uploadId);
  }

  S3Upload(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    int at = from;
    int left = length;
    while (left > 0) {
      if (filled == PART) {
        send();
      }
      int now = Math.min(left, PART - filled);
      if (filled + now > part.length) {
        part = Arrays.copyOf(part, Math.min(PART, Math.max(filled + now, 2 * part.length)));
      }
      System.arraycopy(bytes, at, part, filled, now);
      filled += now;
      at += now;
      left -= now;
    }
  }

  private void send() {
    if (uploadId == null) {
      uploadId = requests.begin();
    }
    parts.add(requests.part(uploadId, parts.size() + 1, Arrays.copyOf(part, filled)));
    filled = 0;
  }

  @Override
  public void complete() {
    if (uploadId == null) {
      requests.put(Arrays.copyOf(part, filled));
    } else {
      send();
      requests.complete(uploadId, parts);
    }
    done = true;
  }

  @Override
  public void close() {
    if (!done && uploadId != null) {
      done = true;
      requests.abort(uploadId);
    }
  }
}
