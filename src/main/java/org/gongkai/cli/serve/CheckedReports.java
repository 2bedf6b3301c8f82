package org.gongkai.cli.serve;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.publish.Output;
import org.gongkai.publish.Overview;
import org.gongkai.publish.OverviewEntry;
import org.gongkai.publish.Style;
import org.gongkai.rule.Result;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of the reports checked so far, compressed, in memory, in the order of their arrival.
 * Laid out as {@code gongkai check --out} does: {@code KEY/index.html} and so on. Safe for use by
 * several threads.
 */
final class CheckedReports {
  private final int most;
  private final Style style;
  private final Map<String, Map<Output, byte[]>> byKey = new LinkedHashMap<>();
  private final Map<String, String> keyByContent = new LinkedHashMap<>();

  /**
   * Makes an empty one.
   *
   * @param most how many reports it takes
   */
  CheckedReports(int most, Style style) {
    this.most = most;
    this.style = style;
  }

  /**
   * Keeps a result. The same file again has the same key; another file of that name has a key of
   * its own.
   *
   * @return its key; null where no more reports are taken
   */
  @Nullable String add(Result result) {
    String name = result.source().name();
    String content = name + "\n" + result.source().sha256();
    Map<Output, byte[]> outputs = new EnumMap<>(Output.class);
    for (Output output : Output.STANDARD) {
      outputs.put(output, deflate(output.render(result, style)));
    }
    synchronized (byKey) {
      String known = result.source().sha256() == null ? null : keyByContent.get(content);
      if (known != null) {
        return known;
      }
      if (byKey.size() >= most) {
        return null;
      }
      String key = freeKey(name);
      byKey.put(key, outputs);
      keyByContent.put(content, key);
      return key;
    }
  }

  private String freeKey(String name) {
    String key = name;
    for (int n = 2; byKey.containsKey(key); n++) {
      key = name + " (" + n + ")";
    }
    return key;
  }

  /** Forgets all reports. */
  void clear() {
    synchronized (byKey) {
      byKey.clear();
      keyByContent.clear();
    }
  }

  /** An output of a report; null where there is none. */
  byte @Nullable [] output(String key, Output output) {
    synchronized (byKey) {
      Map<Output, byte[]> outputs = byKey.get(key);
      byte[] deflated = outputs == null ? null : outputs.get(output);
      return deflated == null ? null : inflate(deflated);
    }
  }

  /** A file of the overview over all reports. */
  byte[] overview(Overview.Part wanted) throws IOException {
    return Objects.requireNonNull(overview().get(wanted)).toByteArray();
  }

  /** All files of the overview, of one look at the results. */
  private Map<Overview.Part, ByteArrayOutputStream> overview() throws IOException {
    Map<Overview.Part, ByteArrayOutputStream> files = new EnumMap<>(Overview.Part.class);
    for (Overview.Part part : Overview.Part.values()) {
      files.put(part, new ByteArrayOutputStream());
    }
    try (Overview overview = Overview.to(files::get)) {
      for (String key : keys()) {
        byte[] json = output(key, Output.RESULT_JSON);
        if (json != null) {
          overview.add(OverviewEntry.read(json, key));
        }
      }
    }
    return files;
  }

  /** Writes all outputs and the overview as a zip file. */
  void writeZip(OutputStream out) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String key : keys()) {
        for (Output output : Output.STANDARD) {
          byte[] bytes = output(key, output);
          if (bytes != null) {
            zip.putNextEntry(new ZipEntry(key + "/" + output.fileName()));
            zip.write(bytes);
          }
        }
      }
      for (Overview.Part part : Overview.Part.values()) {
        if (part.needsBodies()) {
          continue;
        }
        zip.putNextEntry(new ZipEntry(part.fileName()));
        zip.write(overview(part));
      }
    }
  }

  private String[] keys() {
    synchronized (byKey) {
      return byKey.keySet().toArray(String[]::new);
    }
  }

  private static byte[] deflate(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes all that is written", e);
    }
    return out.toByteArray();
  }

  private static byte[] inflate(byte[] deflated) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("deflated by this class", e);
    }
  }
}
