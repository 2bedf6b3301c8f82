package org.gongkai.infra;

import java.util.Objects;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/** Gives access to the CloudFormation resource of a construct. */
final class DefaultChild {
  private DefaultChild() {}

  /**
   * The resource of a construct.
   *
   * @throws NullPointerException for a construct without one, such as an imported bucket
   */
  static <T extends CfnResource> T of(IConstruct construct, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(
            construct.getNode().getDefaultChild(), () -> construct.getNode().getPath()));
  }
}
