package org.gongkai.event;

/** An event that is not understood; the message says what it takes. */
public final class EventRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private static final String TAKES =
      " Taken are: an S3 event notification (2.x), EventBridge \"Object Created\" and \"Object Deleted\", SQS and SNS"
          + " records with one of these, an S3 Batch Operations task (1.0, 2.0), {\"bucket\",\"key\",\"versionId\"?},"
          + " {\"name\",\"body\"} with the body in Base64, {\"reports\":[…]} with several of these two, and {\"overview\":{\"bucket\"?,\"prefix\"?}}.";

  EventRefusedException(String why) {
    super(why + TAKES);
  }
}
