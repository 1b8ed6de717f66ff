package org.w3id.bykz;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import org.w3id.bykz.claim.Claim;
import org.w3id.bykz.claim.ClaimExtractor;
import org.w3id.bykz.curation.Curation;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.loader.Article;
import org.w3id.bykz.loader.DocumentLoader;
import org.w3id.bykz.loader.LoadException;
import org.w3id.bykz.mention.DateContext;
import org.w3id.bykz.mention.DateScanner;
import org.w3id.bykz.mention.ScannerWords;
import org.w3id.bykz.text.Document;
import org.w3id.bykz.text.Language;
import org.w3id.bykz.text.LanguageDetector;
import org.w3id.bykz.text.Sentence;
import org.w3id.bykz.text.SentenceSplitter;

/**
 * The corridor that a text goes through:
 *
 * <pre>
 * Loader -> Document -> Sentence -> Mention -> Claim -> RDF statements
 * </pre>
 *
 * of which the last step is {@link org.w3id.bykz.rdf.QuadWriter}'s. Immutable and thread-safe.
 */
public final class Pipeline {

  /** The languages that the frames can be read in. */
  static final Set<Language> READ = EnumSet.of(Language.EN, Language.DE, Language.RU);

  private static Optional<Pipeline> bundled = Optional.empty();

  private final DocumentLoader loader;
  private final SentenceSplitter splitter;
  private final List<Concept> concepts;
  private final ScannerWords words;
  private final DateScanner dates;
  private final Map<Language, ClaimExtractor> extractors = new ConcurrentHashMap<>();

  private Pipeline() {
    LanguageDetector detector = new LanguageDetector();
    loader = loader(detector);
    splitter = new SentenceSplitter(detector);
    concepts = CompiledOntology.concepts();
    words = ScannerWords.of(CompiledOntology.scannerWords());
    dates = new DateScanner(words);
  }

  /** With the vocabularies and frames that come with the program; made once, as they are large. */
  public static synchronized Pipeline bundled() {
    if (bundled.isEmpty()) {
      bundled = Optional.of(new Pipeline());
    }
    return bundled.get();
  }

  /** Begins to make the {@link #bundled()} one, for those who have other work until they read. */
  public static void prepare() {
    ForkJoinPool.commonPool().execute(Pipeline::bundled);
  }

  /** Loads documents in the languages that are read. */
  public static DocumentLoader loader() {
    return loader(new LanguageDetector());
  }

  private static DocumentLoader loader(LanguageDetector detector) {
    return new DocumentLoader(detector, READ);
  }

  /** What the vocabularies and frames know. */
  public List<Concept> concepts() {
    return concepts;
  }

  /** What an article says. */
  public Extraction read(Article article) throws LoadException {
    return read(article, CurationFolder.NONE);
  }

  /** What an article says as far as a curator agrees. */
  public Extraction read(Article article, Curation curation) throws LoadException {
    Document loaded = loader.document(article);
    List<Sentence> sentences = splitter.split(loaded);
    Document document = dated(loaded, sentences);
    List<Claim> claims = extractor(document.language()).extract(document, sentences);
    return Extraction.of(document, sentences, curation.apply(document, claims));
  }

  /** What an article says, and how each of its sentences was read. */
  public Extraction explain(Article article) throws LoadException {
    Document loaded = loader.document(article);
    List<Sentence> sentences = splitter.split(loaded);
    Document document = dated(loaded, sentences);
    return Extraction.explained(
        document, sentences, extractor(document.language()).explain(document, sentences));
  }

  private ClaimExtractor extractor(Language language) {
    return extractors.computeIfAbsent(
        language, each -> new ClaimExtractor(CompiledOntology.lexicon(each, concepts), words));
  }

  /** A text that no catalogue dates is of the day, month or year that its dateline tells. */
  private Document dated(Document document, List<Sentence> sentences) {
    if (document.source().issued().isPresent()) {
      return document;
    }
    Optional<String> dateline =
        sentences.stream()
            .filter(sentence -> sentence.zone() == Sentence.Zone.DATELINE)
            .flatMap(sentence -> dates.scan(sentence, DateContext.UNKNOWN).stream())
            .flatMap(date -> date.edtf().stream())
            .findFirst();
    return dateline.map(document::issuedOn).orElse(document);
  }
}
