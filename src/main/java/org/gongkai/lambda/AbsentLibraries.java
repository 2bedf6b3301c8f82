package org.gongkai.lambda;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.apache.logging.log4j.Logger;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * Replaces methods that refer to optional libraries, which the native image does not contain:
 * Quarkus links all classes at build time, so that a reference to a missing one breaks the build.
 */
@SuppressWarnings("DoNotCallSuggester")
final class AbsentLibraries {
  private AbsentLibraries() {}

  /** Without the AWS Common Runtime, native code that the SDK can use for checksums. */
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

  /** Without OSGi, in which Log4j's API (used by Apache POI) also searches for services. */
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
