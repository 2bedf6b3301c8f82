package org.gongkai.infra;

import java.util.Optional;

/** The options of the sample workflow. */
record SampleOptions(boolean publishing, Optional<String> clerkMail) {

  static SampleOptions from(ContextReader context) {
    SampleOptions options =
        new SampleOptions(
            context.flag("publishingSample", false),
            context.optional("clerkMail", Patterns.MAIL, "a mail address"));
    if (!options.publishing && options.clerkMail.isPresent()) {
      context.problem("clerkMail", "is for publishingSample=true only");
    }
    return options;
  }
}
