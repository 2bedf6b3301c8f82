package org.gongkai.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.Aspects;

/** Reads the context, puts the stack together, lets cdk-nag look over it, writes the template. */
public final class App {

  private App() {}

  public static void main(String[] arguments) {
    try {
      software.amazon.awscdk.App app = new software.amazon.awscdk.App();
      build(app, System.getenv());
      Aspects.of(app).add(AwsSolutionsChecks.Builder.create().reports(false).build());
      app.synth();
    } catch (InvalidOptions e) {
      System.err.println(e.getMessage());
      System.err.println("Every option is in docs/operator.md.");
      System.exit(2);
    }
  }

  /**
   * The stack, and the sample where it was asked for, for the options in the app's context; region
   * and account may also come from the CDK's command line.
   */
  static GongkaiStack build(software.amazon.awscdk.App app, Map<String, String> environment) {
    Map<String, Object> context = context(app);
    // The command line guesses a region where it has no credentials: only an account and a region
    // together are known.
    if (environment.containsKey("CDK_DEFAULT_ACCOUNT")
        && environment.containsKey("CDK_DEFAULT_REGION")
        && !FunctionOptions.CodeFrom.PARAMETERS.toString().equals(context.get("code"))) {
      context.putIfAbsent("account", environment.get("CDK_DEFAULT_ACCOUNT"));
      context.putIfAbsent("region", environment.get("CDK_DEFAULT_REGION"));
    }
    Options options = Options.from(context);
    GongkaiStack stack = new GongkaiStack(app, options);
    if (options.sample().publishing()) {
      new PublishingStack(app, options, stack);
    }
    return stack;
  }

  private static Map<String, Object> context(software.amazon.awscdk.App app) {
    Map<String, Object> context = new HashMap<>();
    if (app.getNode().getAllContext() instanceof Map<?, ?> values) {
      values.forEach((name, value) -> context.put(String.valueOf(name), value));
    }
    return context;
  }
}
