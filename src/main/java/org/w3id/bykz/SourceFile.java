package org.w3id.bykz;

import java.nio.file.Path;
import java.util.Optional;
import org.w3id.bykz.text.Source;

/**
 * A file that holds a text.
 *
 * @param known what a catalogue says of it
 */
public record SourceFile(Path path, Optional<Source> known) {}
