package org.gongkai.lambda;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the package that is deployed: the jar, or the native binary with {@code -Dnative}. */
@QuarkusIntegrationTest
class FunctionIT extends FunctionTest {}
