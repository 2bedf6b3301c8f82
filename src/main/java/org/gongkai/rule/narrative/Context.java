package org.gongkai.rule.narrative;

/** What the clauses of a sentence mean for those that follow. */
final class Context {
  /** What the clauses are about. */
  enum Topic {
    NONE,
    REQUESTS,
    DOCUMENTS,
    REGULATIONS,
    REMEDIES
  }

  Topic topic = Topic.NONE;

  /**
   * Whether the paragraph has named disclosure of information, so that its remedies are about that.
   */
  boolean disclosure;

  /** Whether the sentence names requests for information, and no other business. */
  boolean namesRequests;

  /** How many figures the sentence has given so far. */
  int figures;

  /** Whether the next figures are parts of the one before: 其中. */
  boolean among;

  /** Whether the number of received requests was given. */
  boolean received;

  /** Whether the number of answered requests was given. */
  boolean answered;

  /** Whether the clause has named carried-over requests, so that its next figures count those. */
  boolean carried;

  /** Whether the sentence begins with another subject: 加强互动交流，答复300件. */
  boolean otherSubject;

  /** Whether something is excluded: 除2件结转外. */
  boolean except;

  /** Whether the figures are those at the time of writing, after the year. */
  boolean now;

  /** Whether the paragraph distinguishes requests that were answered late or at once. */
  boolean late;

  private boolean amongBeforeBrackets;
  private Topic topicBeforeBrackets = Topic.NONE;

  /** Call it where brackets begin. */
  void open() {
    amongBeforeBrackets = among;
    topicBeforeBrackets = topic;
  }

  /** Call it where brackets end: restores the topic before them. */
  void close() {
    among = amongBeforeBrackets;
    topic = topicBeforeBrackets;
  }

  /** Begins a paragraph. Only the topic of requests continues from sentence to sentence. */
  void paragraph(int section, boolean ofRequests) {
    disclosure = section == 3 || section == 4 || ofRequests;
    topic = section == 3 || ofRequests ? Topic.REQUESTS : Topic.NONE;
  }

  void sentence() {
    figures = 0;
    among = false;
    received = false;
    answered = false;
    otherSubject = false;
    except = false;
    now = false;
    if (topic != Topic.REQUESTS) {
      topic = Topic.NONE;
    }
  }

  /** Whether a clause is about requests for information. */
  boolean isOfRequests(ClauseWords meanings) {
    return topic == Topic.REQUESTS
        || meanings.has(WordMeaning.APPLICATION) && (disclosure || namesRequests);
  }
}
