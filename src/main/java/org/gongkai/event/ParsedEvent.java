package org.gongkai.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of the contract, by its kind. */
sealed interface ParsedEvent
    permits ParsedEvent.Notification,
        ParsedEvent.Queue,
        ParsedEvent.Batch,
        ParsedEvent.Request,
        OverviewRequest {
  /**
   * Changes that a bucket tells of, directly, through EventBridge or SNS: asynchronous, tried again
   * when it fails.
   */
  record Notification(List<ObjectChange> changes) implements ParsedEvent {}

  /** Messages of a queue, each with changes or why it is not understood. */
  record Queue(List<Message> messages) implements ParsedEvent {}

  record Message(String id, List<ObjectChange> changes, @Nullable EventRefusedException refused) {}

  /** Tasks of S3 Batch Operations. */
  record Batch(String schemaVersion, String invocationId, List<Task> tasks)
      implements ParsedEvent {}

  record Task(String id, ObjectChange change) {}

  /** Reports that somebody asks for; one alone, or several. */
  record Request(List<Wanted> reports, boolean several) implements ParsedEvent {}

  /** A report to be worked in. */
  sealed interface Wanted {
    /** What people know it by. */
    String subject();
  }

  record Stored(ObjectChange change) implements Wanted {
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
