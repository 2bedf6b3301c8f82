package org.gongkai.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A store of folders. Each bucket is a folder, each key a path below it with {@code /} between
 * names.
 *
 * <p>Objects are plain files. Metadata, with the ETag of its object, is in a file of the same path
 * below {@code .gongkai} in the folder; only objects that this store wrote have it, and lose it
 * when another program changes them. The ETag is a digest of the content (for files over 64 MiB:
 * size and time). Writes are atomic, and conditional across threads and processes.
 */
public final class FolderStore implements Store {
  /** The folder in each bucket for metadata and the lock. Keys must not begin with it. */
  public static final String METADATA_FOLDER = ".gongkai";

  private static final long DIGEST_LIMIT = 64L << 20;
  // The file lock below belongs to the process, so threads need a lock of their own.
  private static final Lock WRITING = new ReentrantLock();
  // Reasons for which the JDK has no exception classes.
  private static final Set<String> PERMANENT_REASONS =
      Set.of("Is a directory", "Not a directory", "File name too long");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Path> buckets;

  /**
   * @param buckets the folder of each bucket; a missing one is created with its first object
   */
  public FolderStore(Map<String, Path> buckets) {
    this.buckets = Map.copyOf(buckets);
  }

  @Override
  public Optional<ObjectMetadata> head(ObjectLocation location) {
    Path file = file(location);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      return Optional.of(metadata(location, etag(file, attributes), attributes.size()));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      return emptyIfMissing(file, e, "look at", location);
    }
  }

  @Override
  public Optional<StoredObject> read(ObjectLocation location, long limit) {
    Path file = file(location);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      if (attributes.size() > limit) {
        return Optional.of(
            new StoredObject(
                metadata(location, etag(file, attributes), attributes.size()), Optional.empty()));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > limit) {
        throw new StoreException(
            StoreException.Kind.TRANSIENT, location + " grew while it was read");
      }
      String etag =
          bytes.length > DIGEST_LIMIT ? etag(file, attributes) : hex(digest().digest(bytes));
      return Optional.of(
          new StoredObject(metadata(location, etag, bytes.length), Optional.of(bytes)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      return emptyIfMissing(file, e, "read", location);
    }
  }

  @Override
  public String write(ObjectLocation location, NewObject object, @Nullable String expected) {
    Path root = root(location);
    Path file = file(location);
    Path metadataFile = metadataFile(location);
    try {
      Files.createDirectories(root.resolve(METADATA_FOLDER));
      return locked(
          root,
          () -> {
            String currentEtag = currentEtag(file);
            if (expected == null ? currentEtag != null : !expected.equals(currentEtag)) {
              throw new StoreException(
                  StoreException.Kind.PRECONDITION,
                  location
                      + ": expected "
                      + (expected == null ? "nothing" : expected)
                      + ", found "
                      + currentEtag);
            }
            String etag = hex(digest().digest(object.bytes()));
            Path temporary = Files.createTempFile(root.resolve(METADATA_FOLDER), "writing", ".tmp");
            try {
              Files.createDirectories(metadataFile.getParent());
              Files.write(temporary, metadataJson(etag, object));
              move(temporary, metadataFile);
              Files.createDirectories(file.getParent());
              Files.write(temporary, object.bytes());
              readable(temporary);
              move(temporary, file);
            } finally {
              Files.deleteIfExists(temporary);
            }
            return etag;
          });
    } catch (IOException e) {
      throw exception(e, "write", location);
    }
  }

  @Override
  public void delete(ObjectLocation location) {
    Path root = root(location);
    Path file = file(location);
    Path metadataFile = metadataFile(location);
    try {
      if (Files.isDirectory(file) || !Files.exists(file) && !Files.exists(metadataFile)) {
        return;
      }
      Files.createDirectories(root.resolve(METADATA_FOLDER));
      locked(
          root,
          () -> {
            Files.deleteIfExists(file);
            Files.deleteIfExists(metadataFile);
            prune(file, root);
            prune(metadataFile, root.resolve(METADATA_FOLDER));
            return "";
          });
    } catch (IOException e) {
      throw exception(e, "delete", location);
    }
  }

  private Path root(ObjectLocation location) {
    Path root = buckets.get(location.bucket());
    if (root == null) {
      throw new StoreException(
          StoreException.Kind.NO_BUCKET, "no folder stands for the bucket " + location.bucket());
    }
    return root;
  }

  private Path file(ObjectLocation location) {
    if (location.versionId() != null) {
      throw new StoreException(
          StoreException.Kind.INVALID, location + ": a folder keeps no versions");
    }
    for (String name : location.key().split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw new StoreException(StoreException.Kind.INVALID, location + ": no path in a folder");
      }
    }
    try {
      Path root = root(location);
      Path file = root.resolve(location.key());
      if (!file.startsWith(root) || root.relativize(file).startsWith(METADATA_FOLDER)) {
        throw new StoreException(StoreException.Kind.INVALID, location + ": outside the folder");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new StoreException(
          StoreException.Kind.INVALID, location + ": no path on this system", e);
    }
  }

  private Path metadataFile(ObjectLocation location) {
    Path root = root(location);
    Path relative = root.relativize(file(location));
    return root.resolve(METADATA_FOLDER)
        .resolve(relative.resolveSibling(relative.getFileName() + ".meta"));
  }

  private ObjectMetadata metadata(ObjectLocation location, String etag, long size)
      throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    Path metadataFile = metadataFile(location);
    if (Files.exists(metadataFile)) {
      JsonNode note;
      try {
        note = JSON.readTree(Files.readAllBytes(metadataFile));
      } catch (NoSuchFileException | com.fasterxml.jackson.core.JsonProcessingException e) {
        // Deleted meanwhile, or damaged.
        return new ObjectMetadata(etag, null, size, metadata);
      }
      if (etag.equals(note.path("etag").asText())) {
        note.path("metadata")
            .properties()
            .forEach(field -> metadata.put(field.getKey(), field.getValue().asText()));
      }
    }
    return new ObjectMetadata(etag, null, size, metadata);
  }

  private static byte[] metadataJson(String etag, NewObject object) throws IOException {
    ObjectNode note = JSON.createObjectNode();
    note.put("etag", etag);
    ObjectNode metadata = note.putObject("metadata");
    object.metadata().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    return JSON.writeValueAsBytes(note);
  }

  private static @Nullable String currentEtag(Path file) throws IOException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return etag(file, attributes);
    } catch (NoSuchFileException | NotDirectoryException e) {
      return null;
    }
  }

  private static String etag(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.size() > DIGEST_LIMIT) {
      return attributes.size() + "-" + attributes.lastModifiedTime().toInstant();
    }
    if (!attributes.isRegularFile()) {
      return "folder";
    }
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, attributes.size()))];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return hex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Makes a temporary file, private by default, readable as an output. */
  private static void readable(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    } catch (UnsupportedOperationException e) {
      // This file system has no such permissions.
    }
  }

  /** Deletes the folders around a file that have become empty, as buckets have no folders. */
  private static void prune(Path file, Path root) throws IOException {
    Path at = file.getParent();
    for (; at != null && !at.equals(root) && at.startsWith(root); at = at.getParent()) {
      try {
        Files.deleteIfExists(at);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  private interface Work {
    String run() throws IOException;
  }

  private static String locked(Path root, Work work) throws IOException {
    WRITING.lock();
    try (FileChannel channel =
            FileChannel.open(
                root.resolve(METADATA_FOLDER).resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      return work.run();
    } finally {
      WRITING.unlock();
    }
  }

  private static <T> Optional<T> emptyIfMissing(
      Path file, IOException e, String doing, ObjectLocation location) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    throw exception(e, doing, location);
  }

  private static StoreException exception(IOException e, String doing, ObjectLocation location) {
    StoreException.Kind kind = StoreException.Kind.TRANSIENT;
    if (e instanceof AccessDeniedException) {
      kind = StoreException.Kind.FORBIDDEN;
    } else if (e instanceof FileAlreadyExistsException
        || e instanceof NotDirectoryException
        || e instanceof DirectoryNotEmptyException
        || e instanceof FileSystemException fault
            && fault.getReason() != null
            && PERMANENT_REASONS.contains(fault.getReason())) {
      kind = StoreException.Kind.INVALID;
    }
    return new StoreException(kind, "cannot " + doing + " " + location + ": " + e, e);
  }
}
