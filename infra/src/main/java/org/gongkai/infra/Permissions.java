package org.gongkai.infra;

import java.util.List;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/** Adds permissions to roles. */
final class Permissions {
  private Permissions() {}

  static void allow(Role role, List<String> actions, String... resources) {
    role.addToPolicy(statement(actions, resources));
  }

  static PolicyStatement statement(List<String> actions, String... resources) {
    return PolicyStatement.Builder.create().actions(actions).resources(List.of(resources)).build();
  }
}
