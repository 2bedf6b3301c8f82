package org.gongkai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.event.EventHandler;
import org.gongkai.event.EventRefusedException;
import org.gongkai.event.EventSettings;
import org.gongkai.event.Invocation;
import org.gongkai.event.ReportsFailedException;
import org.gongkai.event.RuleSource;
import org.gongkai.publish.Output;
import org.gongkai.store.FolderStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Watches a folder as if it were a bucket: changes are handled by the function's own event handler,
 * as the events that S3 would send.
 */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
  private static final String INBOX = "inbox";
  private static final String RESULTS = "results";
  private static final String METADATA_SUFFIX = ".meta";

  /** A file that did not change for this long is complete. */
  private static final Duration SETTLED = Duration.ofMillis(500);

  /** The pause between scans; the system's notifications may be late or missing. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  private static final int ATTEMPTS = 3;

  private final Terminal terminal;

  @Parameters(paramLabel = "INBOX", descriptionKey = "INBOX")
  private Path inbox = Path.of("");

  @Option(names = "--out", paramLabel = "RESULTS", required = true)
  private Path results = Path.of("");

  @Option(names = "--once")
  private boolean once;

  @Option(names = "--alone")
  private boolean alone;

  @Mixin private CheckOptions settings = new CheckOptions();

  WatchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(inbox)) {
      throw Files.exists(inbox)
          ? new NotDirectoryException(inbox.toString())
          : new NoSuchFileException(inbox.toString());
    }
    Files.createDirectories(results);
    if (Files.isSameFile(inbox, results)) {
      throw new UserException(
          "结果不能写回放报告的文件夹：" + inbox, "results cannot go into the inbox itself: " + inbox);
    }
    if (inbox.toRealPath().startsWith(results.toRealPath())) {
      throw new UserException(
          "放报告的文件夹不能在结果文件夹里面：" + inbox, "the inbox cannot be inside the results folder: " + inbox);
    }
    WatchLog log = new WatchLog(terminal, results, settings.waivers());
    EventHandler handler =
        new EventHandler(
            new FolderStore(Map.of(INBOX, inbox, RESULTS, results)),
            EventSettings.STANDARD
                .withResults(RESULTS, "")
                .withMaxObjectBytes(settings.limit())
                .withStyle(settings.style())
                .withConcurrency(1)
                .withMargin(Duration.ZERO)
                .withPreviousYear(!alone),
            RuleSource.of(settings.gongkai()),
            log);
    try (WatchRun run = new WatchRun(handler, log)) {
      int status = run.run();
      if (once) {
        log.waivers();
      }
      return status;
    }
  }

  /** One run of the command. */
  private final class WatchRun implements AutoCloseable {
    private final EventHandler handler;
    private final WatchLog log;
    private final S3Event events = new S3Event(INBOX);
    private final WatchService service = inbox.getFileSystem().newWatchService();
    private final Set<Path> watched = new HashSet<>();
    private final FolderChangeDetector changes =
        new FolderChangeDetector(inbox, results, this::watch, WatchCommand.this::problem);
    private final ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    WatchRun(EventHandler handler, WatchLog log) throws IOException {
      this.handler = handler;
      this.log = log;
    }

    int run() throws InterruptedException {
      log.begin(inbox, once);
      Thread main = Thread.currentThread();
      Thread hook = new Thread(() -> stop(main), "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        List<FolderChangeDetector.Change> first = changes.initialFiles();
        first.forEach(this::submit);
        removedMeanwhile(first).forEach(this::submit);
        if (!once) {
          keepWatching();
        }
      } catch (InterruptedException e) {
        if (!stopping) {
          throw e;
        }
      } finally {
        finish();
        ended.countDown();
        if (!stopping) {
          Runtime.getRuntime().removeShutdownHook(hook);
        }
      }
      return log.status();
    }

    private void keepWatching() throws InterruptedException {
      long lastScan = System.nanoTime();
      long took = 0;
      while (!stopping) {
        // A scan of very many files takes long: then scan less often.
        long pause =
            Math.max(changes.hasUnsettledChanges() ? SETTLED.toNanos() : IDLE.toNanos(), 10 * took);
        WatchKey key = service.poll(pause, TimeUnit.NANOSECONDS);
        while (key != null) {
          key.pollEvents();
          if (!key.reset()) {
            watched.remove((Path) key.watchable());
          }
          key = service.poll();
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(0, SETTLED.toNanos() - (System.nanoTime() - lastScan)));
        lastScan = System.nanoTime();
        List<FolderChangeDetector.Change> settled = changes.changes();
        took = System.nanoTime() - lastScan;
        settled.forEach(this::submit);
      }
    }

    private void submit(FolderChangeDetector.Change change) {
      workers.execute(() -> handle(change));
    }

    /** Delivers an event again a few times if its handling failed, as AWS does. */
    private void handle(FolderChangeDetector.Change change) {
      var event = events.of(change);
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        try {
          handler.handle(event, Invocation.withoutTimeLimit(change.key() + '#' + attempt));
          return;
        } catch (ReportsFailedException e) {
          boolean retry =
              !stopping
                  && attempt < ATTEMPTS
                  && e.failures().stream().noneMatch(f -> f.permanent());
          if (!retry) {
            e.failures().forEach(log::reportFailure);
            return;
          }
          pause(attempt);
        } catch (EventRefusedException e) {
          throw new IllegalStateException("an event of our own was refused", e);
        }
      }
    }

    private void pause(int attempt) {
      try {
        TimeUnit.MILLISECONDS.sleep(200L << attempt);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Files with outputs that were removed while the command did not run. */
    private List<FolderChangeDetector.Change> removedMeanwhile(
        List<FolderChangeDetector.Change> present) {
      Path metadataFolder = results.resolve(FolderStore.METADATA_FOLDER);
      if (!Files.isDirectory(metadataFolder)) {
        return List.of();
      }
      Set<String> keys = new HashSet<>();
      present.forEach(change -> keys.add(change.key()));
      String output = Output.RESULT_JSON.fileName() + METADATA_SUFFIX;
      try (Stream<Path> notes = Files.walk(metadataFolder)) {
        return notes
            .filter(note -> note.endsWith(output) && !metadataFolder.equals(note.getParent()))
            .map(note -> FolderWalker.name(metadataFolder, note.resolveSibling("")))
            .filter(key -> !keys.contains(key) && !Files.exists(inbox.resolve(key)))
            .sorted()
            .map(key -> new FolderChangeDetector.Change(key, -1))
            .toList();
      } catch (UncheckedIOException e) {
        problem(metadataFolder, Objects.requireNonNull(e.getCause()));
        return List.of();
      } catch (IOException e) {
        problem(metadataFolder, e);
        return List.of();
      }
    }

    private void watch(Path folder) {
      if (!once && watched.add(folder)) {
        try {
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
          // The folder is still scanned.
          watched.add(folder);
        }
      }
    }

    /** Ctrl-C: finishes the reports in progress. */
    private void stop(Thread main) {
      stopping = true;
      main.interrupt();
      try {
        if (ended.await(10, TimeUnit.SECONDS)) {
          log.end();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void finish() throws InterruptedException {
      workers.shutdown();
      if (stopping) {
        Thread.interrupted();
        workers.awaitTermination(5, TimeUnit.SECONDS);
      } else {
        workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      }
    }

    @Override
    public void close() throws IOException {
      service.close();
    }
  }

  private void problem(Path path, IOException fault) {
    UserError error = UserError.of(fault);
    terminal.err().println(Terminal.sanitized(path + ": " + error.zh() + " / " + error.en()));
  }
}
