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
   * Changes in a bucket, notified directly or through EventBridge or SNS: asynchronous, retried on
   * failure.
   */
  record Notification(List<ObjectChange> changes) implements ParsedEvent {}

  /** Messages of a queue, each with changes or the reason why it was refused. */
  record Queue(List<Message> messages) implements ParsedEvent {}

  record Message(String id, List<ObjectChange> changes, @Nullable EventRefusedException refused) {}

  /** Tasks of S3 Batch Operations. */
  record Batch(String schemaVersion, String invocationId, List<Task> tasks)
      implements ParsedEvent {}

  record Task(String id, ObjectChange change) {}

  /** Reports that a caller asks for; one or several. */
  record Request(List<RequestedReport> reports, boolean several) implements ParsedEvent {}

  /** A report to process. */
  sealed interface RequestedReport {
    /** Its name for people. */
    String subject();
  }

  record StoredReport(ObjectChange change) implements RequestedReport {
    @Override
    public String subject() {
      return change.bucket() + "/" + change.key();
    }
  }

  record InlineReport(String name, byte[] body) implements RequestedReport {
    @Override
    public String subject() {
      return name;
    }
  }
}
