package org.gongkai.cli;

/** A command cannot continue, for a reason that the user can correct. */
@SuppressWarnings("serial")
final class UserException extends RuntimeException {
  private final UserError error;

  UserException(String zh, String en) {
    super(en);
    this.error = new UserError(zh, en);
  }

  UserError error() {
    return error;
  }
}
