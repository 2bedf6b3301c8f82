package org.gongkai.infra;

import java.util.Objects;
import software.amazon.awscdk.CfnResource;
import software.constructs.IConstruct;

/** The resource of the template that a construct stands for, where its own methods do not reach. */
final class DefaultChild {
  private DefaultChild() {}

  /**
   * Gives it.
   *
   * @throws NullPointerException where the construct has none, as one that exists outside the stack
   */
  static <T extends CfnResource> T of(IConstruct construct, Class<T> type) {
    return type.cast(
        Objects.requireNonNull(
            construct.getNode().getDefaultChild(), () -> construct.getNode().getPath()));
  }
}
