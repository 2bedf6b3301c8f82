package org.gongkai.lambda;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.gongkai.store.Content;
import org.gongkai.store.Draft;
import org.gongkai.store.Meta;
import org.gongkai.store.Place;
import org.gongkai.store.Store;
import org.gongkai.store.StoreFault;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 as a store. The client tries again what may pass; what it gives up is a fault. */
final class S3Store implements Store {
  /** Bad requests that are good when they are made again. */
  private static final Set<String> PASSING =
      Set.of("RequestTimeout", "ExpiredToken", "BadDigest", "IncompleteBody");

  private final S3Client s3;
  private final @Nullable String storageClass;

  /**
   * @param storageClass of what is written; null for S3's default
   */
  S3Store(S3Client s3, @Nullable String storageClass) {
    this.s3 = s3;
    this.storageClass = storageClass;
  }

  @Override
  public Optional<Meta> head(Place place) {
    try {
      HeadObjectResponse response =
          s3.headObject(
              HeadObjectRequest.builder()
                  .bucket(place.bucket())
                  .key(place.key())
                  .versionId(place.versionId())
                  .build());
      return Optional.of(
          meta(
              response.eTag(),
              response.versionId(),
              response.contentLength(),
              response.metadata()));
    } catch (S3Exception e) {
      return absent(e, "HEAD", place);
    } catch (SdkClientException e) {
      throw broken(e, "HEAD", place);
    }
  }

  @Override
  public Optional<Content> read(Place place, long limit) {
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(place.bucket())
            .key(place.key())
            .versionId(place.versionId())
            .build();
    ResponseTransformer<GetObjectResponse, Content> whole =
        (response, in) -> {
          Meta meta =
              meta(
                  response.eTag(),
                  response.versionId(),
                  response.contentLength(),
                  response.metadata());
          if (meta.size() > limit) {
            in.abort();
            return new Content(meta, Optional.empty());
          }
          try {
            byte[] bytes = new byte[(int) meta.size()];
            int came = in.readNBytes(bytes, 0, bytes.length);
            if (came < bytes.length) {
              throw new IOException(came + " of " + bytes.length + " bytes came");
            }
            return new Content(meta, Optional.of(bytes));
          } catch (IOException e) {
            // Cut off half way: the client asks again.
            throw RetryableException.create("GET " + place + ": " + e, e);
          }
        };
    try {
      return Optional.of(s3.getObject(request, whole));
    } catch (S3Exception e) {
      return absent(e, "GET", place);
    } catch (SdkClientException e) {
      throw broken(e, "GET", place);
    }
  }

  @Override
  public String write(Place place, Draft draft, @Nullable String expected) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(place.bucket())
            .key(place.key())
            .contentType(draft.contentType())
            .cacheControl(draft.cacheControl())
            .metadata(draft.metadata())
            .storageClass(storageClass)
            // Of our own making, and so in the head: the client would send it behind the body, and
            // the
            // body in signed chunks, each word of them a packet of its own.
            .checksumCRC32(crc32(draft.bytes()));
    if (expected == null) {
      request.ifNoneMatch("*");
    } else {
      request.ifMatch('"' + expected + '"');
    }
    try {
      return plain(s3.putObject(request.build(), RequestBody.fromBytes(draft.bytes())).eTag());
    } catch (S3Exception e) {
      if (e.statusCode() == 404 && !"NoSuchBucket".equals(code(e))) {
        // What was to be replaced is gone.
        throw new StoreFault(StoreFault.Kind.PRECONDITION, said(e, "PUT", place), e);
      }
      throw fault(e, "PUT", place);
    } catch (SdkClientException e) {
      throw broken(e, "PUT", place);
    }
  }

  @Override
  public void delete(Place place) {
    try {
      s3.deleteObject(request -> request.bucket(place.bucket()).key(place.key()));
    } catch (S3Exception e) {
      if (e.statusCode() != 404 || "NoSuchBucket".equals(code(e))) {
        throw fault(e, "DELETE", place);
      }
    } catch (SdkClientException e) {
      throw broken(e, "DELETE", place);
    }
  }

  private static Meta meta(
      @Nullable String etag,
      @Nullable String versionId,
      @Nullable Long size,
      Map<String, String> metadata) {
    return new Meta(
        plain(etag),
        versionId == null || versionId.equals("null") ? null : versionId,
        size == null ? 0 : size,
        metadata);
  }

  /** As S3 writes it: the four bytes in Base64. */
  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    byte[] four = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(four);
  }

  private static String plain(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  /** A HEAD says 404 without a reason; a deleted version says 405. */
  private static <T> Optional<T> absent(S3Exception e, String doing, Place place) {
    if (e.statusCode() == 404 && !"NoSuchBucket".equals(code(e)) || e.statusCode() == 405) {
      return Optional.empty();
    }
    throw fault(e, doing, place);
  }

  private static StoreFault fault(S3Exception e, String doing, Place place) {
    return new StoreFault(kind(e), said(e, doing, place), e);
  }

  private static StoreFault.Kind kind(S3Exception e) {
    String code = code(e);
    return switch (e.statusCode()) {
      case 412 -> StoreFault.Kind.PRECONDITION;
      case 409 -> StoreFault.Kind.CONFLICT;
      case 429 -> StoreFault.Kind.THROTTLED;
      case 503 -> StoreFault.Kind.THROTTLED;
      case 404 -> StoreFault.Kind.NO_BUCKET;
      case 401 -> StoreFault.Kind.FORBIDDEN;
      // An object in an archive class answers 403 too, but no permission helps there.
      case 403 ->
          "InvalidObjectState".equals(code) ? StoreFault.Kind.INVALID : StoreFault.Kind.FORBIDDEN;
      case 400 -> PASSING.contains(code) ? StoreFault.Kind.TRANSIENT : StoreFault.Kind.INVALID;
      default -> e.statusCode() >= 500 ? StoreFault.Kind.TRANSIENT : StoreFault.Kind.INVALID;
    };
  }

  private static String code(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  private static String said(S3Exception e, String doing, Place place) {
    return doing
        + " "
        + place
        + ": "
        + e.statusCode()
        + " "
        + code(e)
        + (e.requestId() == null ? "" : " (S3 request " + e.requestId() + ")");
  }

  private static StoreFault broken(SdkClientException e, String doing, Place place) {
    return new StoreFault(
        StoreFault.Kind.TRANSIENT, doing + " " + place + ": " + e.getMessage(), e);
  }
}
