package org.w3id.bykz;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.w3id.bykz.lexicon.Concept;
import org.w3id.bykz.lexicon.Lexicon;
import org.w3id.bykz.mention.ScannerWord;
import org.w3id.bykz.rdf.OntologyFiles;
import org.w3id.bykz.rdf.ScannerWordsReader;
import org.w3id.bykz.rdf.VocabularyReader;
import org.w3id.bykz.text.Language;

/**
 * What extraction needs of {@code ontology/}, as the build compiles it: the program would else
 * parse a megabyte of Turtle and look every label up in a dictionary before its first claim.
 */
public final class CompiledOntology {

  private static final String FOLDER = "compiled/";
  private static final String CONCEPTS = "concepts";
  private static final String SCANNERS = "scanners";

  private CompiledOntology() {}

  private interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Compiles the ontology in the first folder into files below the second. */
  public static void main(String[] folders) throws IOException {
    OntologyFiles files = OntologyFiles.ofFolder(Path.of(folders[0]));
    Path compiled = Files.createDirectories(Path.of(folders[1], FOLDER));
    List<Concept> concepts = VocabularyReader.read(files);
    write(compiled.resolve(CONCEPTS), list(Concept::write), concepts);
    write(compiled.resolve(SCANNERS), list(ScannerWord::write), ScannerWordsReader.read(files));
    for (Language language : Pipeline.READ) {
      Lexicon lexicon = new Lexicon(language, concepts);
      write(compiled.resolve(language.tag()), (each, out) -> each.write(concepts, out), lexicon);
    }
  }

  private static <T> void write(Path file, Writer<T> writer, T value) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      writer.write(value, out);
    }
  }

  private static <T> Writer<List<T>> list(Writer<T> writer) {
    return (list, out) -> {
      out.writeInt(list.size());
      for (T each : list) {
        writer.write(each, out);
      }
    };
  }

  /** As {@link VocabularyReader} gives them. */
  static List<Concept> concepts() {
    return read(CONCEPTS, listOf(Concept::read));
  }

  /** As {@link ScannerWordsReader} gives them. */
  static List<ScannerWord> scannerWords() {
    return read(SCANNERS, listOf(ScannerWord::read));
  }

  /** The lexicon of the {@link #concepts}. */
  static Lexicon lexicon(Language language, Collection<Concept> concepts) {
    return read(language.tag(), in -> Lexicon.read(language, concepts, in));
  }

  private static <T> T read(String name, Reader<T> reader) {
    try (InputStream in =
        CompiledOntology.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException(
            "The program lacks its " + FOLDER + name + "; build it again");
      }
      return reader.read(new DataInputStream(new BufferedInputStream(in)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + FOLDER + name, e);
    }
  }

  private static <T> Reader<List<T>> listOf(Reader<T> reader) {
    return in -> {
      List<T> list = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        list.add(reader.read(in));
      }
      return List.copyOf(list);
    };
  }
}
