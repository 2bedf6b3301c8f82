package org.gongkai.store;

import org.jspecify.annotations.Nullable;

/** An operation of a store failed. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /**
   * @param kind what went wrong
   * @param message the operation, the object and the answer
   */
  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public StoreException(Kind kind, String message) {
    this(kind, message, null);
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Kinds of failure, by what to do about them. */
  public enum Kind {
    /** There is no such bucket: correct the configuration. */
    NO_BUCKET("no-bucket", true),
    /** Access is denied: correct the permissions. */
    FORBIDDEN("forbidden", true),
    /** The store cannot hold or return such an object. */
    INVALID("invalid", true),
    /** The existing object is not the expected one: read it again. */
    PRECONDITION("precondition", false),
    /** Another write was in progress: try again. */
    CONFLICT("conflict", false),
    /** Too many requests: try again later. */
    THROTTLED("throttled", false),
    /** A temporary failure: try again. */
    TRANSIENT("transient", false);

    private final String key;
    private final boolean permanent;

    Kind(String key, boolean permanent) {
      this.key = key;
      this.permanent = permanent;
    }

    /** The name in log lines and metrics. */
    public String key() {
      return key;
    }

    /** Whether trying again is useless. */
    public boolean permanent() {
      return permanent;
    }

    /** Whether another writer was first (412, 409): read the object again, and retry. */
    public boolean isRace() {
      return this == PRECONDITION || this == CONFLICT;
    }
  }
}
