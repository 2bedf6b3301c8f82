package org.gongkai.store;

import org.jspecify.annotations.Nullable;

/** A store could not do what it was asked. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  /**
   * @param kind what went wrong
   * @param message what was tried on which object, and what came back
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

  /** What can go wrong, by what to do about it. */
  public enum Kind {
    /** There is no such bucket: mend the configuration. */
    NO_BUCKET("no-bucket", true),
    /** Not allowed: mend the permissions. */
    FORBIDDEN("forbidden", true),
    /** The store cannot hold or hand out such an object. */
    INVALID("invalid", true),
    /** Something else is there than was expected: look again. */
    PRECONDITION("precondition", false),
    /** Another writer was at it at the same time: try again. */
    CONFLICT("conflict", false),
    /** Too many requests: try again later. */
    THROTTLED("throttled", false),
    /** It broke, and may work the next time. */
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

    /** Whether trying again cannot help. */
    public boolean permanent() {
      return permanent;
    }

    /** Whether another writer came first (412, 409): look at what is there now, and try again. */
    public boolean outrun() {
      return this == PRECONDITION || this == CONFLICT;
    }
  }
}
