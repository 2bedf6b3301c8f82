package org.gongkai.lambda;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * Tells the native image that optional libraries are absent: Quarkus has it link everything at
 * build time, what names their classes included.
 */
@SuppressWarnings("DoNotCallSuggester")
final class AbsentLibraries {
  private AbsentLibraries() {}

  /** The AWS Common Runtime, native code that the SDK uses for checksums where it is there. */
  @TargetClass(className = "software.amazon.awssdk.checksums.internal.ChecksumProvider")
  static final class ChecksumsWithoutCommonRuntime {
    private ChecksumsWithoutCommonRuntime() {}

    @Substitute
    static SdkChecksum createCrtCrc32C() {
      throw new UnsupportedOperationException("CRC32C of the AWS Common Runtime");
    }

    @Substitute
    static SdkChecksum crc64NvmeCrtImplementation() {
      throw new UnsupportedOperationException("CRC64NVME of the AWS Common Runtime");
    }

    @Substitute
    static SdkChecksum crtXxHash(ChecksumAlgorithm algorithm) {
      throw new UnsupportedOperationException(algorithm.algorithmId());
    }
  }

  /** OSGi, where Log4j's API (of Apache POI) looks for services besides. */
  @TargetClass(className = "org.apache.logging.log4j.util.ServiceLoaderUtil")
  static final class ServicesWithoutOsgi {
    private ServicesWithoutOsgi() {}

    @Substitute
    static <S> Stream<S> safeStream(
        Class<S> type, ServiceLoader<? extends S> services, Logger logger) {
      return services.stream().map(provider -> type.cast(provider.get()));
    }
  }
}
