package org.gongkai.infra;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awscdk.Aspects;

/** Reads the context, builds the stack, checks it with cdk-nag and writes the template. */
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
   * Builds the stack, and the sample if configured, from the options in the app's context. Region
   * and account may also come from the CDK's command line.
   */
  static GongkaiStack build(software.amazon.awscdk.App app, Map<String, String> environment) {
    Map<String, Object> context = context(app);
    // Without credentials the command line guesses a region, so use it only with an account.
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
