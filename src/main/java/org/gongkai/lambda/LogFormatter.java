package org.gongkai.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.logging.Handler;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;

/** Formats log records of libraries, mostly of Quarkus, as lines of JSON like our own. */
final class LogFormatter extends ExtFormatter {
  /** Sets it for all log handlers. */
  static void install() {
    install(LogContext.getLogContext().getLogger("").getHandlers());
  }

  private static void install(Handler[] handlers) {
    for (Handler handler : handlers) {
      if (handler instanceof ExtHandler outer && outer.getHandlers().length > 0) {
        install(outer.getHandlers());
      } else {
        handler.setFormatter(new LogFormatter());
      }
    }
  }

  @Override
  public String format(ExtLogRecord entry) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("level", entry.getLevel().getName());
    line.put("logger", entry.getLoggerName());
    line.put("message", Telemetry.shortened(formatMessage(entry)));
    if (entry.getThrown() != null) {
      Telemetry.trace(entry.getThrown(), line);
    }
    return line + "\n";
  }
}
