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
 * Watches a folder as if it were a bucket: what happens in it goes, as the events that S3 would
 * send, through the function's own event handler.
 */
@Command(name = "watch")
final class WatchCommand implements Callable<Integer> {
  private static final String INBOX = "inbox";
  private static final String RESULTS = "results";
  private static final String META = ".meta";

  /** A file that two looks this far apart find the same is whole. */
  private static final Duration SETTLED = Duration.ofMillis(500);

  /** How long to wait where the system tells of changes; it may tell late, or not at all. */
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
      throw new UserError.Bad(
          "结果不能写回放报告的文件夹：" + inbox, "results cannot go into the inbox itself: " + inbox);
    }
    if (inbox.toRealPath().startsWith(results.toRealPath())) {
      throw new UserError.Bad(
          "放报告的文件夹不能在结果文件夹里面：" + inbox, "the inbox cannot lie within the results: " + inbox);
    }
    WatchLog journal = new WatchLog(terminal, results, settings.waivers());
    EventHandler handler =
        new EventHandler(
            new FolderStore(Map.of(INBOX, inbox, RESULTS, results)),
            new org.gongkai.event.EventSettings(
                RESULTS,
                "",
                settings.limit(),
                Output.STANDARD,
                settings.style(),
                1,
                Duration.ZERO,
                !alone),
            RuleSource.of(settings.gongkai()),
            journal);
    try (Watching watching = new Watching(handler, journal)) {
      int status = watching.run();
      if (once) {
        journal.waivers();
      }
      return status;
    }
  }

  /** One run. */
  private final class Watching implements AutoCloseable {
    private final EventHandler handler;
    private final WatchLog journal;
    private final S3Event events = new S3Event(INBOX);
    private final WatchService service = inbox.getFileSystem().newWatchService();
    private final Set<Path> watched = new HashSet<>();
    private final FolderScanner changes =
        new FolderScanner(inbox, results, this::watch, WatchCommand.this::problem);
    private final ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    Watching(EventHandler handler, WatchLog journal) throws IOException {
      this.handler = handler;
      this.journal = journal;
    }

    int run() throws InterruptedException {
      journal.begin(inbox, once);
      Thread main = Thread.currentThread();
      Thread hook = new Thread(() -> stop(main), "stop");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        List<FolderScanner.Change> first = changes.everything();
        first.forEach(this::submit);
        vanished(first).forEach(this::submit);
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
      return journal.status();
    }

    private void keepWatching() throws InterruptedException {
      long looked = System.nanoTime();
      long took = 0;
      while (!stopping) {
        // A folder with very many files takes a while to look through: then look less often.
        long pause = Math.max(changes.settling() ? SETTLED.toNanos() : IDLE.toNanos(), 10 * took);
        WatchKey told = service.poll(pause, TimeUnit.NANOSECONDS);
        while (told != null) {
          told.pollEvents();
          if (!told.reset()) {
            watched.remove((Path) told.watchable());
          }
          told = service.poll();
        }
        TimeUnit.NANOSECONDS.sleep(Math.max(0, SETTLED.toNanos() - (System.nanoTime() - looked)));
        looked = System.nanoTime();
        List<FolderScanner.Change> settled = changes.changes();
        took = System.nanoTime() - looked;
        settled.forEach(this::submit);
      }
    }

    private void submit(FolderScanner.Change change) {
      workers.execute(() -> handle(change));
    }

    /** As the platform does: an event whose handling failed is delivered again, a few times. */
    private void handle(FolderScanner.Change change) {
      var event = events.of(change);
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        try {
          handler.handle(event, Invocation.unhurried(change.key() + '#' + attempt));
          return;
        } catch (ReportsFailedException e) {
          boolean again =
              !stopping
                  && attempt < ATTEMPTS
                  && e.failures().stream().noneMatch(f -> f.permanent());
          if (!again) {
            e.failures().forEach(journal::givenUp);
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

    /** Outputs of files that went away while nobody watched. */
    private List<FolderScanner.Change> vanished(List<FolderScanner.Change> present) {
      Path side = results.resolve(FolderStore.SIDE);
      if (!Files.isDirectory(side)) {
        return List.of();
      }
      Set<String> keys = new HashSet<>();
      present.forEach(change -> keys.add(change.key()));
      String output = Output.RESULT_JSON.fileName() + META;
      try (Stream<Path> notes = Files.walk(side)) {
        return notes
            .filter(note -> note.endsWith(output) && !side.equals(note.getParent()))
            .map(note -> FolderWalker.name(side, note.resolveSibling("")))
            .filter(key -> !keys.contains(key) && !Files.exists(inbox.resolve(key)))
            .sorted()
            .map(key -> new FolderScanner.Change(key, -1))
            .toList();
      } catch (UncheckedIOException e) {
        problem(side, Objects.requireNonNull(e.getCause()));
        return List.of();
      } catch (IOException e) {
        problem(side, e);
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
          // The folder is looked at now and then all the same.
          watched.add(folder);
        }
      }
    }

    /** Ctrl-C: what is begun is brought to its end. */
    private void stop(Thread main) {
      stopping = true;
      main.interrupt();
      try {
        if (ended.await(10, TimeUnit.SECONDS)) {
          journal.end();
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
    UserError trouble = UserError.of(fault);
    terminal.err().println(Terminal.harmless(path + ": " + trouble.zh() + " / " + trouble.en()));
  }
}
