package org.gongkai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.gongkai.CheckRequest;
import org.gongkai.Gongkai;
import org.gongkai.document.Document;
import org.gongkai.document.Format;
import org.gongkai.rule.Result;
import org.gongkai.rule.years.PreviousYear;
import org.jspecify.annotations.Nullable;

/**
 * Reads files and checks them. A file over the limit is refused by its size, without being read.
 *
 * @param gongkai what checks
 * @param limit the largest size that is read, in bytes
 * @param standardInput where {@code -} is read from
 */
record InputChecker(Gongkai gongkai, long limit, InputStream standardInput) {

  /**
   * Checks one; throws {@link IOException} where it cannot be read.
   *
   * @param previous the same issuer's report of the year before; null where it is not known
   */
  Result check(InputFile input, @Nullable PreviousYear previous) throws IOException {
    Path path = input.path();
    if (path == null) {
      return check(standardInput, input.name(), previous);
    }
    if (!Files.isRegularFile(path)) {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(path.toString());
      }
      try (InputStream in = Files.newInputStream(path)) {
        return check(in, input.name(), previous);
      }
    }
    long size = Files.size(path);
    return size > limit
        ? refused(input.name(), size)
        : gongkai.check(CheckRequest.of(Files.readAllBytes(path), input.name()).beside(previous));
  }

  /** A pipe does not say how long it is: what is over the limit is counted and let go. */
  Result check(InputStream in, String name, @Nullable PreviousYear previous) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
    if (bytes.length <= limit) {
      return gongkai.check(CheckRequest.of(bytes, name).beside(previous));
    }
    long size = bytes.length;
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      size += n;
    }
    return refused(name, size);
  }

  private Result refused(String name, long size) {
    return gongkai.check(
        CheckRequest.of(
            Document.unreadable(Format.BINARY, Document.Problem.TOO_LARGE),
            new Result.Source(name, null, null, null, null, size)));
  }
}
