package org.gongkai.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Permission;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.amazon.awscdk.services.s3.EventType;
import software.amazon.awscdk.services.s3.IBucketNotificationDestination;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * Notifications of a bucket that the stack creates, set on the bucket itself. (The CDK adds a
 * function with rights on every bucket to the stack instead, which only an existing bucket needs.)
 *
 * <p>S3 tests the destination when it creates the bucket, so the permission must exist before. It
 * cannot name the bucket, so it names the account.
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
        rules.add(rule("prefix", inbox.prefix()));
      }
      if (!suffix.isEmpty()) {
        rules.add(rule("suffix", suffix));
      }
      filters.add(rules);
    }
    return new InboxNotifications(
        DefaultChild.of(inbox.bucket(), CfnBucket.class), Stack.of(inbox).getAccount(), filters);
  }

  private static Map<String, String> rule(String name, String value) {
    return new TreeMap<>(Map.of("Name", name, "Value", value));
  }

  /**
   * Adds notifications to an existing bucket, in the CDK's way: a helper function adds them to
   * those that the bucket has.
   */
  static void addTo(
      Inbox inbox,
      EventType event,
      IBucketNotificationDestination destination,
      List<String> suffixes) {
    if (inbox.prefix().isEmpty() && suffixes.isEmpty()) {
      inbox.bucket().addEventNotification(event, destination);
      return;
    }
    for (String suffix : suffixes.isEmpty() ? List.of("") : suffixes) {
      NotificationKeyFilter.Builder filter = NotificationKeyFilter.builder();
      if (!inbox.prefix().isEmpty()) {
        filter.prefix(inbox.prefix());
      }
      if (!suffix.isEmpty()) {
        filter.suffix(suffix);
      }
      inbox.bucket().addEventNotification(event, destination, filter.build());
    }
  }

  /** Explains the CDK's helper function to cdk-nag; the stack has one, beside its constructs. */
  static void explainHelper(Construct scope) {
    Stack.of(scope).getNode().getChildren().stream()
        .filter(child -> child.getNode().getId().startsWith("BucketNotificationsHandler"))
        .forEach(
            helper -> {
              String reason =
                  "The CDK's own helper, only there when the inbox already was: it writes the notifications of that bucket while"
                      + " the stack is deployed. manageNotifications=false leaves it out.";
              Nag.accept(helper, "AwsSolutions-IAM4", reason);
              Nag.accept(helper, Nag.WILDCARD, reason);
              Nag.accept(helper, "AwsSolutions-L1", reason);
            });
  }

  void queue(Queue queue) {
    queue.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("s3.amazonaws.com")))
            .actions(List.of("sqs:SendMessage"))
            .resources(List.of(queue.getQueueArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", account)))
            .build());
    bucket.addResourceDependency(
        DefaultChild.of(queue.getNode().findChild("Policy"), CfnResource.class));
    notify("QueueConfigurations", "Queue", queue.getQueueArn());
  }

  void function(Function function) {
    function.addPermission(
        "Inbox",
        Permission.builder()
            .principal(new ServicePrincipal("s3.amazonaws.com"))
            .sourceAccount(account)
            .build());
    Construct permission = (Construct) function.getNode().findChild("Inbox");
    bucket.addResourceDependency((CfnResource) permission);
    notify("LambdaConfigurations", "Function", function.getFunctionArn());
  }

  void eventBridge() {
    bucket.addPropertyOverride(
        "NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled", true);
  }

  private void notify(String configurations, String destination, String arn) {
    List<Object> entries = new ArrayList<>();
    for (Object rules : filters) {
      for (String event : EVENTS) {
        Map<String, Object> entry = new TreeMap<>(Map.of("Event", event, destination, arn));
        if (!((List<?>) rules).isEmpty()) {
          entry.put("Filter", Map.of("S3Key", Map.of("Rules", rules)));
        }
        entries.add(entry);
      }
    }
    bucket.addPropertyOverride("NotificationConfiguration." + configurations, entries);
  }
}
