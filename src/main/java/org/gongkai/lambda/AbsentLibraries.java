package org.gongkai.lambda;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.lang.invoke.MethodHandles;
import java.util.stream.Stream;
import software.amazon.awssdk.checksums.SdkChecksum;
import software.amazon.awssdk.checksums.spi.ChecksumAlgorithm;

/**
 * Tells the native image that optional libraries are absent: Quarkus has it link everything at
 * build time, what names their classes included.
 */
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

  /** OSGi, in which Log4j's API (of Apache POI) looks for services where it is there. */
  @TargetClass(className = "org.apache.logging.log4j.util.OsgiServiceLocator")
  static final class LogServicesWithoutOsgi {
    private LogServicesWithoutOsgi() {}

    @Substitute
    static boolean checkOsgiAvailable() {
      return false;
    }

    @Substitute
    static boolean isAvailable() {
      return false;
    }

    @Substitute
    static <T> Stream<T> loadServices(Class<T> type, MethodHandles.Lookup lookup, boolean verbose) {
      return Stream.empty();
    }
  }
}
