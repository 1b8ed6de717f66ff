package org.w3id.bykz.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.w3id.bykz.Corpus;
import org.w3id.bykz.CorpusFolder;
import org.w3id.bykz.CorpusFolder.Added;
import org.w3id.bykz.Pipeline;
import org.w3id.bykz.SourceFile;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.Articles;
import org.w3id.bykz.loader.DocumentLoader;
import org.w3id.bykz.loader.Downloader;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.store.UsageException;
import org.w3id.bykz.text.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description =
        "Bring pages and files into a folder of texts, each with its catalogue entry; all of them"
            + " or, if one is bad, none.")
final class AddCommand implements Callable<Integer> {

  private static final String ID = "[A-Za-z0-9][A-Za-z0-9-]{0,63}";

  private final Console console;

  @Option(
      names = "--corpus",
      paramLabel = "DIR",
      description = "The folder to add to; corpus if left out. It is made if there is none.")
  private Path corpus = Path.of("corpus");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "The id of the new text; the next free number if left out.")
  private String id;

  @Option(
      names = "--allow-private",
      description = "Also fetch from addresses of this machine or its network.")
  private boolean allowPrivate;

  @Parameters(
      arity = "1..*",
      paramLabel = "URL_OR_FILE",
      description =
          "The address of a page, or a file that \"bykz extract\" reads; a table or archive adds"
              + " all of its articles.")
  private List<String> arguments;

  AddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, LoadException {
    if (id != null && !id.matches(ID)) {
      throw new UsageException(
          "The id \"" + id + "\" is not made of letters, digits and hyphens; choose another");
    }
    List<Object> given = arguments.stream().map(AddCommand::addressOrFile).toList();
    Adding adding;
    try (CorpusFolder folder = CorpusFolder.open(corpus)) {
      adding = new Adding(folder);
      for (Object each : given) {
        if (each instanceof URI address) {
          adding.add(address);
        } else {
          adding.add((Path) each);
        }
      }
      folder.commit();
    }
    adding.lines.forEach(console.out()::println);
    return 0;
  }

  /** What has a scheme and two slashes is an address, and must be one on the web. */
  private static Object addressOrFile(String argument) {
    if (!argument.matches("[A-Za-z][A-Za-z0-9+.-]*://.*")) {
      return Path.of(argument);
    }
    return Downloader.address(argument)
        .orElseThrow(
            () ->
                new UsageException(
                    argument
                        + " is no address that can be fetched; give one as https://host/path,"
                        + " without a password"));
  }

  /** What is being added, and what will be said of it once that is done. */
  private final class Adding {

    private final CorpusFolder folder;
    private final DocumentLoader loader = Pipeline.loader();
    private final Downloader downloader = new Downloader(allowPrivate);
    private final List<String> lines = new ArrayList<>();
    private boolean added;

    Adding(CorpusFolder folder) {
      this.folder = folder;
    }

    void add(URI address) throws IOException, LoadException {
      Optional<String> known = folder.sourceOf(address);
      if (known.isPresent()) {
        lines.add("%s is in %s already, as %s".formatted(address, corpus, known.get()));
      } else {
        add(address.toString(), downloader.fetch(address).article("new"));
      }
    }

    void add(Path file) throws IOException, LoadException {
      try (Articles articles = SourceFile.articles(Corpus.of(List.of(file)).files())) {
        while (articles.hasNext()) {
          Article article = articles.next();
          add(article.place(), article);
        }
      }
    }

    private void add(String place, Article article) throws IOException, LoadException {
      if (id != null && added) {
        throw new UsageException("--id is for one text, and there are more; leave it out");
      }
      Document document = loader.document(article);
      Added text = folder.add(document, Optional.ofNullable(id));
      added |= text.isNew();
      lines.add(
          text.isNew()
              ? "%s added as %s".formatted(place, text.file())
              : "%s is in %s already, as %s".formatted(place, corpus, text.id()));
    }
  }
}
