package org.gongkai.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Notifications of a bucket that the stack itself creates, written on the bucket. (The CDK's own way puts a function with
 * rights on every bucket into the stack, which only a bucket that is already there needs.)
 *
 * <p>S3 tries the destination when the bucket is made, so the permission must come first and cannot name the bucket; it
 * names the account.
 */
final class InboxNotifications {

  private static final List<String> EVENTS = List.of("s3:ObjectCreated:*", "s3:ObjectRemoved:*");

  private final CfnBucket bucket;
  private final String account;
  private final List<Object> filters;

  private InboxNotifications(CfnBucket bucket, String account, List<Object> filters) {
    this.bucket = bucket;
    this.account = account;
    this.filters = filters;
  }

  static InboxNotifications to(Inbox inbox, List<String> suffixes) {
    List<Object> filters = new ArrayList<>();
    for (String suffix : suffixes.isEmpty() ? List.of("") : suffixes) {
      List<Object> rules = new ArrayList<>();
      if (!inbox.prefix().isEmpty()) {
        rules.add(Map.of("Name", "prefix", "Value", inbox.prefix()));
      }
      if (!suffix.isEmpty()) {
        rules.add(Map.of("Name", "suffix", "Value", suffix));
      }
      filters.add(rules);
    }
    return new InboxNotifications(
        (CfnBucket) inbox.bucket().getNode().getDefaultChild(), Stack.of(inbox).getAccount(), filters);
  }

  /** The same filters for the CDK's own notifications. */
  static List<NotificationKeyFilter> filters(String prefix, List<String> suffixes) {
    List<NotificationKeyFilter> filters = new ArrayList<>();
    for (String suffix : suffixes.isEmpty() ? List.of("") : suffixes) {
      NotificationKeyFilter.Builder filter = NotificationKeyFilter.builder();
      if (!prefix.isEmpty()) {
        filter.prefix(prefix);
      }
      if (!suffix.isEmpty()) {
        filter.suffix(suffix);
      }
      filters.add(filter.build());
    }
    return filters;
  }

  void queue(Queue queue) {
    queue.addToResourcePolicy(PolicyStatement.Builder.create()
        .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
        .actions(List.of("sqs:SendMessage"))
        .resources(List.of(queue.getQueueArn()))
        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", account)))
        .build());
    bucket.addResourceDependency((CfnResource) queue.getNode().findChild("Policy").getNode().getDefaultChild());
    notify("QueueConfigurations", "Queue", queue.getQueueArn());
  }

  void function(Function function) {
    function.addPermission("Inbox", Permission.builder()
        .principal(new ServicePrincipal("s3.amazonaws.com")).sourceAccount(account).build());
    Construct permission = (Construct) function.getNode().findChild("Inbox");
    bucket.addResourceDependency((CfnResource) permission);
    notify("LambdaConfigurations", "Function", function.getFunctionArn());
  }

  void eventBridge() {
    bucket.addPropertyOverride("NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
  }

  private void notify(String configurations, String destination, String arn) {
    List<Object> entries = new ArrayList<>();
    for (Object rules : filters) {
      for (String event : EVENTS) {
        entries.add(((List<?>) rules).isEmpty()
            ? Map.of("Event", event, destination, arn)
            : Map.of("Event", event, destination, arn, "Filter", Map.of("S3Key", Map.of("Rules", rules))));
      }
    }
    bucket.addPropertyOverride("NotificationConfiguration." + configurations, entries);
  }
}
