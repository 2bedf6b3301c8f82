package org.gongkai.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What all fuzz targets hold their subject to: an answer within a second, and the same one twice.
 *
 * <p>{@code docs/testing.md} says how they are run.
 */
public final class Fuzz {
  /** In nanoseconds of processor time; what other processes take does not count. */
  private static final long LIMIT = 1_000_000_000;

  private static boolean warm;

  private Fuzz() {}

  /** The answer, which comes within a second and is the same when asked for again. */
  public static <T> T twice(Supplier<T> subject) {
    long begin = now();
    T answer = subject.get();
    long took = now() - begin;
    // The first loads classes and is interpreted.
    if (warm && took > LIMIT) {
      throw new AssertionError("took " + took / 1_000_000 + " ms");
    }
    warm = true;
    T again = subject.get();
    if (!Objects.deepEquals(answer, again)) {
      throw new AssertionError("two answers to the same input:\n" + answer + "\n" + again);
    }
    return answer;
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The files of the test resources and samples that end so, in order of their names. */
  public static Stream<byte[]> files(String... endings) {
    return Stream.of(Path.of("samples"), Path.of("src/test/resources"))
        .flatMap(folder -> files(folder, endings));
  }

  private static Stream<byte[]> files(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .filter(file -> !file.toString().contains("FuzzTestInputs"))
          .sorted(Comparator.naturalOrder())
          .toList()
          .stream()
          .map(Fuzz::read);
    } catch (IOException e) {
      throw new IllegalStateException("the fixtures cannot be read from " + folder, e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
