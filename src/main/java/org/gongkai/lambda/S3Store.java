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

/** S3 as a store. The client tries again what may pass; what it gives up is a fault. */
final class S3Store implements BulkStore {
  /** Bad requests that are good when they are made again. */
  private static final Set<String> PASSING =
      Set.of("RequestTimeout", "ExpiredToken", "BadDigest", "IncompleteBody");

  /** What a call leaves of the time there is: to say that it failed. */
  private static final long RESERVED_MILLIS = 1000;

  private final S3Client s3;
  private final @Nullable String storageClass;
  private final Set<String> tags;
  private volatile LongSupplier remainingMillis = () -> Long.MAX_VALUE;

  /**
   * @param storageClass of what is written; null for S3's default
   * @param tags names of metadata that is written as object tags, too
   */
  S3Store(S3Client s3, @Nullable String storageClass, Set<String> tags) {
    this.s3 = s3;
    this.storageClass = storageClass;
    this.tags = Set.copyOf(tags);
  }

  /**
   * The SDK's client for a function: region and credentials from its environment, no profile file
   * looked for, one light HTTP client.
   */
  static S3Client client() {
    ProfileFile none = ProfileFile.aggregator().build();
    return S3Client.builder()
        .credentialsProvider(credentials())
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(2))
                .socketTimeout(Duration.ofSeconds(10)))
        // What is sent is in memory: whole, with its checksum in the head.
        .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
        .overrideConfiguration(
            override ->
                override
                    .defaultProfileFileSupplier(() -> none)
                    .apiCallAttemptTimeout(Duration.ofSeconds(15))
                    .addExecutionInterceptor(new HeaderTrimmer()))
        .build();
  }

  /** Where a function's credentials are. */
  static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        SystemPropertyCredentialsProvider.create(),
        // With SnapStart the platform has them ready at an address.
        ContainerCredentialsProvider.create());
  }

  /** From now on no call, with all its attempts, takes longer than this says. */
  void until(LongSupplier remaining) {
    remainingMillis = remaining;
  }

  /** Null where there is no end in sight. */
  private @Nullable AwsRequestOverrideConfiguration inTime() {
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
                  .overrideConfiguration(inTime())
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
            .overrideConfiguration(inTime())
            .build();
    ResponseTransformer<GetObjectResponse, StoredObject> whole =
        (response, in) -> {
          try {
            Long length = response.contentLength();
            byte[] bytes = length != null && length > limit ? null : bytes(in, length, (int) limit);
            if (bytes == null) {
              in.abort();
            }
            // Without a length it is as long as what came, or longer than is read.
            long size = length != null ? length : bytes != null ? bytes.length : limit + 1;
            return new StoredObject(
                meta(response.eTag(), response.versionId(), size, response.metadata()),
                Optional.ofNullable(bytes));
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

  /** All that comes; null where it is more than the limit. */
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
            .overrideConfiguration(inTime())
            // Of our own making, and so in the head: the client would send it behind the body,
            // and the body in signed chunks, each word of them a packet of its own.
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
        throw new StoreException(StoreException.Kind.PRECONDITION, said(e, "PUT", place), e);
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
              request.bucket(place.bucket()).key(place.key()).overrideConfiguration(inTime()));
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
    return asked(
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
                            .overrideConfiguration(inTime()))
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
            asked(
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
                                .overrideConfiguration(inTime()),
                        RequestBody.fromBytes(bytes)));
          }

          @Override
          public String begin() {
            return asked(
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
                                    .overrideConfiguration(inTime()))
                        .uploadId());
          }

          @Override
          public CompletedPart part(String uploadId, int number, byte[] bytes) {
            String crc32 = crc32(bytes);
            String etag =
                asked(
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
                                        .overrideConfiguration(inTime()),
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
            asked(
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
                                .overrideConfiguration(inTime())));
          }

          @Override
          public void abort(String uploadId) {
            asked(
                "DELETE",
                place,
                () ->
                    s3.abortMultipartUpload(
                        request ->
                            request
                                .bucket(place.bucket())
                                .key(place.key())
                                .uploadId(uploadId)
                                .overrideConfiguration(inTime())));
          }
        });
  }

  /** What S3 answers; whatever else happens is a fault. */
  private static <T> T asked(String doing, ObjectLocation place, Supplier<T> request) {
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

  /** Null where there are none: tags are a permission of their own. */
  private @Nullable String tagging(Map<String, String> metadata) {
    String tagging =
        metadata.entrySet().stream()
            .filter(entry -> tags.contains(entry.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(tag -> tag.getKey() + "=" + URLEncoder.encode(tag.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return tagging.isEmpty() ? null : tagging;
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
  private static <T> Optional<T> absent(S3Exception e, String doing, ObjectLocation place) {
    if (e.statusCode() == 404 && !"NoSuchBucket".equals(code(e)) || e.statusCode() == 405) {
      return Optional.empty();
    }
    throw fault(e, doing, place);
  }

  private static StoreException fault(S3Exception e, String doing, ObjectLocation place) {
    return new StoreException(kind(e), said(e, doing, place), e);
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
          PASSING.contains(code) ? StoreException.Kind.TRANSIENT : StoreException.Kind.INVALID;
      default ->
          e.statusCode() >= 500 ? StoreException.Kind.TRANSIENT : StoreException.Kind.INVALID;
    };
  }

  private static String code(S3Exception e) {
    return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
        ? ""
        : e.awsErrorDetails().errorCode();
  }

  private static String said(S3Exception e, String doing, ObjectLocation place) {
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
   * What no answer of S3's told: the network, or the time, which may be better the next time; or
   * what never left this process (no credentials, no name of a bucket), which will not.
   */
  private static StoreException broken(SdkClientException e, String doing, ObjectLocation place) {
    boolean passing =
        e.retryable()
            || e instanceof ApiCallTimeoutException
            || e instanceof ApiCallAttemptTimeoutException
            || e instanceof AbortedException
            || isInputOutput(e);
    return new StoreException(
        passing ? StoreException.Kind.TRANSIENT : StoreException.Kind.INVALID,
        doing + " " + place + ": " + e.getMessage(),
        e);
  }

  private static boolean isInputOutput(Throwable fault) {
    for (Throwable at = fault; at != null; at = at.getCause()) {
      if (at instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
