package org.gongkai.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.gongkai.store.BulkStore;
import org.gongkai.store.NewObject;
import org.gongkai.store.ObjectLocation;
import org.gongkai.store.ObjectMetadata;
import org.gongkai.store.StoreException;
import org.gongkai.store.StoredObject;
import org.gongkai.store.Upload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The store for objects in S3. The client retries failures that may be temporary; a failure that
 * remains is thrown as a {@link StoreException}.
 */
final class S3Store implements BulkStore {
  /** Codes of status 400 for requests that can succeed when they are repeated. */
  private static final Set<String> RETRYABLE_CODES =
      Set.of("RequestTimeout", "ExpiredToken", "BadDigest", "IncompleteBody");

  /** The time that a request must leave, so that its failure can still be reported. */
  private static final long RESERVED_MILLIS = 1000;

  private final S3Client s3;
  private final @Nullable String storageClass;
  private final Set<String> tags;
  private volatile LongSupplier remainingMillis = () -> Long.MAX_VALUE;

  /**
   * @param storageClass the storage class of new objects; null for S3's default
   * @param tags the keys of metadata that are also written as object tags
   */
  S3Store(S3Client s3, @Nullable String storageClass, Set<String> tags) {
    this.s3 = s3;
    this.storageClass = storageClass;
    this.tags = Set.copyOf(tags);
  }

  /**
   * A client for a function: it takes region and credentials from the environment, reads no profile
   * file, and uses the SDK's light HTTP client.
   */
  static S3Client client() {
    ProfileFile none = ProfileFile.aggregator().build();
    return S3Client.builder()
        .credentialsProvider(credentials())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(Duration.ofSeconds(10)))
        // The body is in memory: send it whole, with its checksum in a header. What is read is
        // whole if its length is right; TLS guards its content.
        .serviceConfiguration(
            service -> service.chunkedEncodingEnabled(false).checksumValidationEnabled(false))
        .overrideConfiguration(
            override ->
                override
                    .defaultProfileFileSupplier(() -> none)
                    .apiCallAttemptTimeout(Duration.ofSeconds(15))
                    .scheduledExecutorService(timer())
                    .addExecutionInterceptor(new HeaderTrimmer()))
        .build();
  }

  /** Ends requests that take too long; the client's own timer starts five threads. */
  private static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        work -> {
          Thread thread = new Thread(work, "s3-timeout");
          thread.setDaemon(true);
          return thread;
        });
  }

  /** The credentials of a function. */
  static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        SystemPropertyCredentialsProvider.create(),
        // With SnapStart the platform provides them at a local address.
        ContainerCredentialsProvider.create());
  }

  /**
   * Limits the time: from now on no request, with all its attempts, takes longer than what remains.
   *
   * @param remaining the milliseconds that remain; {@link Long#MAX_VALUE} for no limit
   */
  void limitTimeTo(LongSupplier remaining) {
    remainingMillis = remaining;
  }

  /** The time limit of a request; null for none. */
  private @Nullable AwsRequestOverrideConfiguration timeLimit() {
    long left = remainingMillis.getAsLong();
    if (left == Long.MAX_VALUE) {
      return null;
    }
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(Duration.ofMillis(Math.max(1, left - RESERVED_MILLIS)))
        .build();
  }

  @Override
  public Optional<ObjectMetadata> head(ObjectLocation place) {
    try {
      HeadObjectResponse response =
          s3.headObject(
              HeadObjectRequest.builder()
                  .bucket(place.bucket())
                  .key(place.key())
                  .versionId(place.versionId())
                  .overrideConfiguration(timeLimit())
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
  public Optional<StoredObject> read(ObjectLocation place, long limit) {
    GetObjectRequest request =
        GetObjectRequest.builder()
            .bucket(place.bucket())
            .key(place.key())
            .versionId(place.versionId())
            .overrideConfiguration(timeLimit())
            .build();
    ResponseTransformer<GetObjectResponse, StoredObject> whole =
        (response, in) -> {
          try {
            Long length = response.contentLength();
            byte[] bytes = length != null && length > limit ? null : bytes(in, length, (int) limit);
            if (bytes == null) {
              in.abort();
            }
            // Without a length in the answer: as long as what was read, or beyond the limit.
            long size = length != null ? length : bytes != null ? bytes.length : limit + 1;
            return new StoredObject(
                meta(response.eTag(), response.versionId(), size, response.metadata()),
                Optional.ofNullable(bytes));
          } catch (IOException e) {
            // The connection broke: the client repeats the request.
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

  /** The whole content; null if it is longer than the limit. */
  private static byte @Nullable [] bytes(InputStream in, @Nullable Long length, int limit)
      throws IOException {
    if (length == null) {
      byte[] bytes = in.readNBytes(limit + 1);
      return bytes.length > limit ? null : bytes;
    }
    byte[] bytes = new byte[length.intValue()];
    int came = in.readNBytes(bytes, 0, bytes.length);
    if (came < bytes.length) {
      throw new IOException(came + " of " + bytes.length + " bytes came");
    }
    return bytes;
  }

  @Override
  public String write(ObjectLocation place, NewObject draft, @Nullable String expected) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(place.bucket())
            .key(place.key())
            .contentType(draft.contentType())
            .cacheControl(draft.cacheControl())
            .metadata(draft.metadata())
            .tagging(tagging(draft.metadata()))
            .storageClass(storageClass)
            .overrideConfiguration(timeLimit())
            // Computed here, so that it is a header: the client would send its own after the body,
            // and then the body in signed chunks, with a packet for each of their parts.
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
        // The object to replace no longer exists.
        throw new StoreException(StoreException.Kind.PRECONDITION, message(e, "PUT", place), e);
      }
      throw fault(e, "PUT", place);
    } catch (SdkClientException e) {
      throw broken(e, "PUT", place);
    }
  }

  @Override
  public void delete(ObjectLocation place) {
    try {
      s3.deleteObject(
          request ->
              request.bucket(place.bucket()).key(place.key()).overrideConfiguration(timeLimit()));
    } catch (S3Exception e) {
      if (e.statusCode() != 404 || "NoSuchBucket".equals(code(e))) {
        throw fault(e, "DELETE", place);
      }
    } catch (SdkClientException e) {
      throw broken(e, "DELETE", place);
    }
  }

  @Override
  public List<String> list(String bucket, String prefix, String after) {
    ObjectLocation place = new ObjectLocation(bucket, prefix);
    return send(
        "LIST",
        place,
        () ->
            s3
                .listObjectsV2(
                    request ->
                        request
                            .bucket(bucket)
                            .prefix(prefix)
                            .startAfter(after.isEmpty() ? null : after)
                            .overrideConfiguration(timeLimit()))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  @Override
  public Upload upload(ObjectLocation place, String contentType, String cacheControl) {
    return new S3Upload(
        new S3Upload.Requests() {
          @Override
          public void put(byte[] bytes) {
            send(
                "PUT",
                place,
                () ->
                    s3.putObject(
                        request ->
                            request
                                .bucket(place.bucket())
                                .key(place.key())
                                .contentType(contentType)
                                .cacheControl(cacheControl)
                                .storageClass(storageClass)
                                .checksumCRC32(crc32(bytes))
                                .overrideConfiguration(timeLimit()),
                        RequestBody.fromBytes(bytes)));
          }

          @Override
          public String begin() {
            return send(
                "POST",
                place,
                () ->
                    s3.createMultipartUpload(
                            request ->
                                request
                                    .bucket(place.bucket())
                                    .key(place.key())
                                    .contentType(contentType)
                                    .cacheControl(cacheControl)
                                    .storageClass(storageClass)
                                    .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                                    .overrideConfiguration(timeLimit()))
                        .uploadId());
          }

          @Override
          public CompletedPart part(String uploadId, int number, byte[] bytes) {
            String crc32 = crc32(bytes);
            String etag =
                send(
                    "PUT",
                    place,
                    () ->
                        s3.uploadPart(
                                request ->
                                    request
                                        .bucket(place.bucket())
                                        .key(place.key())
                                        .uploadId(uploadId)
                                        .partNumber(number)
                                        .checksumCRC32(crc32)
                                        .overrideConfiguration(timeLimit()),
                                RequestBody.fromBytes(bytes))
                            .eTag());
            return CompletedPart.builder()
                .partNumber(number)
                .eTag(etag)
                .checksumCRC32(crc32)
                .build();
          }

          @Override
          public void complete(String uploadId, List<CompletedPart> parts) {
            send(
                "POST",
                place,
                () ->
                    s3.completeMultipartUpload(
                        request ->
                            request
                                .bucket(place.bucket())
                                .key(place.key())
                                .uploadId(uploadId)
                                .multipartUpload(upload -> upload.parts(parts))
                                .overrideConfiguration(timeLimit())));
          }

          @Override
          public void abort(String uploadId) {
            send(
                "DELETE",
                place,
                () ->
                    s3.abortMultipartUpload(
                        request ->
                            request
                                .bucket(place.bucket())
                                .key(place.key())
                                .uploadId(uploadId)
                                .overrideConfiguration(timeLimit())));
          }
        });
  }

  /** Sends a request; throws a {@link StoreException} if it fails. */
  private static <T> T send(String doing, ObjectLocation place, Supplier<T> request) {
    try {
      return request.get();
    } catch (S3Exception e) {
      throw fault(e, doing, place);
    } catch (SdkClientException e) {
      throw broken(e, doing, place);
    }
  }

  private static ObjectMetadata meta(
      @Nullable String etag,
      @Nullable String versionId,
      @Nullable Long size,
      Map<String, String> metadata) {
    return new ObjectMetadata(
        plain(etag),
        versionId == null || versionId.equals("null") ? null : versionId,
        size == null ? 0 : size,
        metadata);
  }

  /** The object tags; null for none, as tagging needs its own permission. */
  private @Nullable String tagging(Map<String, String> metadata) {
    String tagging =
        metadata.entrySet().stream()
            .filter(entry -> tags.contains(entry.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(tag -> tag.getKey() + "=" + URLEncoder.encode(tag.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return tagging.isEmpty() ? null : tagging;
  }

  /** The CRC-32 as S3 writes it: its four bytes in Base64. */
  private static String crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    byte[] four = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(four);
  }

  private static String plain(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  /** Empty for a missing object: HEAD answers 404 without a code, a deleted version 405. */
  private static <T> Optional<T> absent(S3Exception e, String doing, ObjectLocation place) {
    if (e.statusCode() == 404 && !"NoSuchBucket".equals(code(e)) || e.statusCode() == 405) {
      return Optional.empty();
    }
    throw fault(e, doing, place);
  }

  private static StoreException fault(S3Exception e, String doing, ObjectLocation place) {
    return new StoreException(kind(e), message(e, doing, place), e);
  }

  private static StoreException.Kind kind(S3Exception e) {
    String code = code(e);
    return switch (e.statusCode()) {
      case 412 -> StoreException.Kind.PRECONDITION;
      case 409 -> StoreException.Kind.CONFLICT;
      case 429 -> StoreException.Kind.THROTTLED;
      case 503 -> StoreException.Kind.THROTTLED;
      case 404 -> StoreException.Kind.NO_BUCKET;
      case 401 -> StoreException.Kind.FORBIDDEN;
      // An object in an archive class answers 403 too, but no permission helps there.
      case 403 ->
          "InvalidObjectState".equals(code)
              ? StoreException.Kind.INVALID
              : StoreException.Kind.FORBIDDEN;
      case 400 ->
          RETRYABLE_CODES.contains(code)
              ? StoreException.Kind.TRANSIENT
              : StoreException.Kind.INVALID;
      default ->
          e.statusCode() >= 500 ? StoreException.Kind.TRANSIENT : StoreException.Kind.INVALID;
    };
  }

  private static String code(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  private static String message(S3Exception e, String doing, ObjectLocation place) {
    return doing
        + " "
        + place
        + ": "
        + e.statusCode()
        + " "
        + code(e)
        + (e.requestId() == null ? "" : " (S3 request " + e.requestId() + ")");
  }

  /**
   * The failure of a request without an answer. The network or a timeout may work the next time; a
   * request that could not be sent (no credentials, no bucket name) will not.
   */
  private static StoreException broken(SdkClientException e, String doing, ObjectLocation place) {
    boolean temporary =
        e.retryable()
            || e instanceof ApiCallTimeoutException
            || e instanceof ApiCallAttemptTimeoutException
            || e instanceof AbortedException
            || isCausedByIo(e);
    return new StoreException(
        temporary ? StoreException.Kind.TRANSIENT : StoreException.Kind.INVALID,
        doing + " " + place + ": " + e.getMessage(),
        e);
  }

  private static boolean isCausedByIo(Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
