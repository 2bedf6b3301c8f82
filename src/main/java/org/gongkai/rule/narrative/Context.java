package org.gongkai.rule.narrative;

/** What the clauses of a sentence leave for those that follow. */
final class Context {
  /** What is spoken of. */
  enum Topic {
    NONE,
    REQUESTS,
    DOCUMENTS,
    REGULATIONS,
    REMEDIES
  }

  Topic topic = Topic.NONE;

  /** Whether the paragraph has named disclosure of information: its remedies are about that. */
  boolean disclosure;

  /** Whether the sentence names requests for information, and no other business. */
  boolean namesRequests;

  /** How many figures the sentence has given so far. */
  int figures;

  /** Whether what is told is of what was told before: 其中. */
  boolean among;

  /** Whether it was told how many were received. */
  boolean received;

  /** Whether it was told how many were answered. */
  boolean answered;

  /** Whether the clause has said what was carried: what it goes on with is of those. */
  boolean carried;

  /** Whether the sentence begins with something else: 加强互动交流，答复300件. */
  boolean astray;

  /** Whether something is left out: 除2件结转外. */
  boolean except;

  /** Whether it is told how things are now, after the year. */
  boolean now;

  /** Whether the paragraph tells some as late, or as answered at once, from others. */
  boolean late;

  private boolean amongOutside;
  private Topic topicOutside = Topic.NONE;

  /** Brackets begin. */
  void open() {
    amongOutside = among;
    topicOutside = topic;
  }

  /** Brackets end: what they told of is over. */
  void close() {
    among = amongOutside;
    topic = topicOutside;
  }

  /** Of requests a paragraph may go on speaking sentence after sentence, of nothing else. */
  void paragraph(int section, boolean ofRequests) {
    disclosure = section == 3 || section == 4 || ofRequests;
    topic = section == 3 || ofRequests ? Topic.REQUESTS : Topic.NONE;
  }

  void sentence() {
    figures = 0;
    among = false;
    received = false;
    answered = false;
    astray = false;
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
