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
 * Requirements of all fuzz targets: an answer within a second, and the same answer to the same
 * input.
 *
 * <p>{@code docs/testing.md} describes how to run them.
 */
public final class FuzzSupport {
  /** In nanoseconds of processor time, so that other processes do not count. */
  private static final long LIMIT = 1_000_000_000;

  private static boolean warm;

  private FuzzSupport() {}

  /** Calls the subject twice; returns its answer if it took at most a second and was the same. */
  public static <T> T checkTwice(Supplier<T> subject) {
    long begin = now();
    T answer = subject.get();
    long took = now() - begin;
    // The first call loads classes and is interpreted.
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

  /** The test resources and samples with these endings, in the order of their names. */
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
          .map(FuzzSupport::read);
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
