package org.gongkai.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same against the native binary: a JVM package has no runtime loop of its own to be driven by.
 */
@QuarkusIntegrationTest
@EnabledIfSystemProperty(named = "native", matches = ".*", disabledReason = "only with -Dnative")
class FunctionIT extends FunctionTest {
  @Override
  boolean inProcess() {
    return false;
  }
}
