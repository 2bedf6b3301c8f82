package org.gongkai.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event, understood. */
sealed interface Call {
  /**
   * Changes that a bucket tells of, directly, through EventBridge or SNS: asynchronous, tried again
   * when it fails.
   */
  record Notification(List<Change> changes) implements Call {}

  /** Messages of a queue, each with changes or why it is not understood. */
  record Queue(List<Message> messages) implements Call {}

  record Message(String id, List<Change> changes, @Nullable Refused refused) {}

  /** Tasks of S3 Batch Operations. */
  record Batch(String schemaVersion, String invocationId, List<Task> tasks) implements Call {}

  record Task(String id, Change change) {}

  /** Reports that somebody asks for; one alone, or several. */
  record Request(List<Wanted> reports, boolean several) implements Call {}

  /** A report to be worked in. */
  sealed interface Wanted {
    /** What people know it by. */
    String subject();
  }

  record Stored(Change change) implements Wanted {
    @Override
    public String subject() {
      return change.bucket() + "/" + change.key();
    }
  }

  record Inline(String name, byte[] body) implements Wanted {
    @Override
    public String subject() {
      return name;
    }
  }
}
