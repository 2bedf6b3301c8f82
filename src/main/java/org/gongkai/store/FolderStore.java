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
 * Folders as buckets. A key is a path below the folder, with {@code /} between names.
 *
 * <p>Objects are plain files. What a file cannot hold (metadata, with the ETag it belongs to) lies
 * in a file of the same path below {@code .gongkai} in the folder, and only for objects that this
 * store wrote; a file that somebody else changed afterwards has no metadata. The ETag is the digest
 * of the content (of size and time for files over 64 MiB). Writes are atomic, and conditional
 * across threads and processes.
 */
public final class FolderStore implements Store {
  /** The folder, inside each bucket, that holds what files cannot. No key begins with it. */
  public static final String SIDE = ".gongkai";

  private static final long DIGEST_LIMIT = 64L << 20;
  // One for all: the file lock below is held for the whole process, not for one thread.
  private static final Lock WRITING = new ReentrantLock();
  // What the JDK has no exceptions for: a file where a folder is needed, and the like.
  private static final Set<String> NEVER =
      Set.of("Is a directory", "Not a directory", "File name too long");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Path> buckets;

  /**
   * @param buckets the folder of each bucket; one that is not there yet is made with its first
   *     object
   */
  public FolderStore(Map<String, Path> buckets) {
    this.buckets = Map.copyOf(buckets);
  }

  @Override
  public Optional<ObjectMetadata> head(ObjectLocation place) {
    Path file = file(place);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      return Optional.of(meta(place, etag(file, attributes), attributes.size()));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      return gone(file, e, "look at", place);
    }
  }

  @Override
  public Optional<StoredObject> read(ObjectLocation place, long limit) {
    Path file = file(place);
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return Optional.empty();
      }
      if (attributes.size() > limit) {
        return Optional.of(
            new StoredObject(
                meta(place, etag(file, attributes), attributes.size()), Optional.empty()));
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > limit) {
        throw new StoreException(StoreException.Kind.TRANSIENT, place + " grew while it was read");
      }
      String etag =
          bytes.length > DIGEST_LIMIT ? etag(file, attributes) : hex(digest().digest(bytes));
      return Optional.of(new StoredObject(meta(place, etag, bytes.length), Optional.of(bytes)));
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    } catch (IOException e) {
      return gone(file, e, "read", place);
    }
  }

  @Override
  public String write(ObjectLocation place, NewObject draft, @Nullable String expected) {
    Path root = root(place);
    Path file = file(place);
    Path side = side(place);
    try {
      Files.createDirectories(root.resolve(SIDE));
      return locked(
          root,
          () -> {
            String there = current(file);
            if (expected == null ? there != null : !expected.equals(there)) {
              throw new StoreException(
                  StoreException.Kind.PRECONDITION,
                  place
                      + ": expected "
                      + (expected == null ? "nothing" : expected)
                      + ", found "
                      + there);
            }
            String etag = hex(digest().digest(draft.bytes()));
            Path temporary = Files.createTempFile(root.resolve(SIDE), "writing", ".tmp");
            try {
              Files.createDirectories(side.getParent());
              Files.write(temporary, note(etag, draft));
              move(temporary, side);
              Files.createDirectories(file.getParent());
              Files.write(temporary, draft.bytes());
              readable(temporary);
              move(temporary, file);
            } finally {
              Files.deleteIfExists(temporary);
            }
            return etag;
          });
    } catch (IOException e) {
      throw fault(e, "write", place);
    }
  }

  @Override
  public void delete(ObjectLocation place) {
    Path root = root(place);
    Path file = file(place);
    Path side = side(place);
    try {
      if (Files.isDirectory(file) || !Files.exists(file) && !Files.exists(side)) {
        return;
      }
      Files.createDirectories(root.resolve(SIDE));
      locked(
          root,
          () -> {
            Files.deleteIfExists(file);
            Files.deleteIfExists(side);
            prune(file, root);
            prune(side, root.resolve(SIDE));
            return "";
          });
    } catch (IOException e) {
      throw fault(e, "delete", place);
    }
  }

  private Path root(ObjectLocation place) {
    Path root = buckets.get(place.bucket());
    if (root == null) {
      throw new StoreException(
          StoreException.Kind.NO_BUCKET, "no folder stands for the bucket " + place.bucket());
    }
    return root;
  }

  private Path file(ObjectLocation place) {
    if (place.versionId() != null) {
      throw new StoreException(StoreException.Kind.INVALID, place + ": a folder keeps no versions");
    }
    for (String name : place.key().split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw new StoreException(StoreException.Kind.INVALID, place + ": no path in a folder");
      }
    }
    try {
      Path root = root(place);
      Path file = root.resolve(place.key());
      if (!file.startsWith(root) || root.relativize(file).startsWith(SIDE)) {
        throw new StoreException(StoreException.Kind.INVALID, place + ": outside the folder");
      }
      return file;
    } catch (InvalidPathException e) {
      throw new StoreException(StoreException.Kind.INVALID, place + ": no path on this system", e);
    }
  }

  private Path side(ObjectLocation place) {
    Path root = root(place);
    Path relative = root.relativize(file(place));
    return root.resolve(SIDE).resolve(relative.resolveSibling(relative.getFileName() + ".meta"));
  }

  private ObjectMetadata meta(ObjectLocation place, String etag, long size) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    Path side = side(place);
    if (Files.exists(side)) {
      JsonNode note;
      try {
        note = JSON.readTree(Files.readAllBytes(side));
      } catch (NoSuchFileException | com.fasterxml.jackson.core.JsonProcessingException e) {
        // Taken away meanwhile, or damaged: then nothing is known.
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

  private static byte[] note(String etag, NewObject draft) throws IOException {
    ObjectNode note = JSON.createObjectNode();
    note.put("etag", etag);
    ObjectNode metadata = note.putObject("metadata");
    draft.metadata().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    return JSON.writeValueAsBytes(note);
  }

  private static @Nullable String current(Path file) throws IOException {
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

  /** A temporary file is its owner's alone; an output is for whoever may read the folder. */
  private static void readable(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(
          file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
    } catch (UnsupportedOperationException e) {
      // No such permissions on this file system: nothing to do.
    }
  }

  /** Takes the folders around a file away that have become empty, as a bucket has none. */
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
                root.resolve(SIDE).resolve("lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      return work.run();
    } finally {
      WRITING.unlock();
    }
  }

  private static <T> Optional<T> gone(
      Path file, IOException e, String doing, ObjectLocation place) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    throw fault(e, doing, place);
  }

  private static StoreException fault(IOException e, String doing, ObjectLocation place) {
    StoreException.Kind kind = StoreException.Kind.TRANSIENT;
    if (e instanceof AccessDeniedException) {
      kind = StoreException.Kind.FORBIDDEN;
    } else if (e instanceof FileAlreadyExistsException
        || e instanceof NotDirectoryException
        || e instanceof DirectoryNotEmptyException
        || e instanceof FileSystemException fault
            && fault.getReason() != null
            && NEVER.contains(fault.getReason())) {
      kind = StoreException.Kind.INVALID;
    }
    return new StoreException(kind, "cannot " + doing + " " + place + ": " + e, e);
  }
}
