package org.w3id.bykz.rdf;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.RDFCollections;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Role;

/** The shapes and the extractor's frames are two descriptions of one thing. */
class ShapesOfFramesTest {

  private static final String SHAPES = "https://w3id.org/bykz/shape/";

  private final Model shapes = read();

  @ParameterizedTest
  @EnumSource
  void shapesAllowTheRolesThatTheFrameHas(Frame frame) {
    Set<Role> allowed = EnumSet.noneOf(Role.class);
    for (Role role : frame.roles()) {
      if (frames(Bykz.property(frame, role)).contains(Bykz.claimClass(frame))) {
        allowed.add(role);
      }
    }
    assertThat(allowed).isEqualTo(frame.roles());
    Set<Role> strange = EnumSet.complementOf(EnumSet.copyOf(frame.roles()));
    strange.remove(Role.KIND); // one property in each frame that has it
    for (Role role : strange) {
      Frame other = owner(role);
      assertThat(frames(Bykz.property(other, role)))
          .as("frames of %s", role)
          .doesNotContain(Bykz.claimClass(frame));
    }
  }

  @ParameterizedTest
  @EnumSource
  void shapesDemandTheRolesThatAreCore(Frame frame) {
    Set<String> demanded = new TreeSet<>();
    IRI shape = Values.iri(SHAPES, Bykz.claimClass(frame).getLocalName());
    for (Value property : shapes.filter(shape, SHACL.PROPERTY, null).objects()) {
      if (isDemanded((Resource) property)) {
        demanded.add(((IRI) one((Resource) property, SHACL.PATH)).getLocalName());
      }
    }
    demanded.remove("about");
    assertThat(demanded)
        .isEqualTo(
            frame.core().stream()
                .map(role -> Bykz.property(frame, role).getLocalName())
                .collect(toCollection(TreeSet::new)));
  }

  private boolean isDemanded(Resource property) {
    return shapes.contains(property, SHACL.MIN_COUNT, null)
        && ((Literal) one(property, SHACL.MIN_COUNT)).intValue() > 0
        && !shapes.contains(property, SHACL.SEVERITY_PROP, null);
  }

  /** The classes whose members may have a property, by the shape that targets who has it. */
  private Set<Value> frames(IRI property) {
    Set<Value> frames = new java.util.HashSet<>();
    for (Resource shape : shapes.filter(null, SHACL.TARGET_SUBJECTS_OF, property).subjects()) {
      if (shape.stringValue().startsWith(SHAPES + "roles-of-")) {
        frames.addAll(shapes.filter(shape, SHACL.CLASS, null).objects());
        Models.objectResource(shapes.filter(shape, SHACL.OR, null))
            .ifPresent(
                list ->
                    RDFCollections.asValues(shapes, list, new java.util.ArrayList<>())
                        .forEach(one -> frames.add(one((Resource) one, SHACL.CLASS))));
      }
    }
    return frames;
  }

  private Value one(Resource subject, IRI property) {
    return shapes.filter(subject, property, null).objects().iterator().next();
  }

  private static Frame owner(Role role) {
    for (Frame frame : Frame.values()) {
      if (frame.roles().contains(role)) {
        return frame;
      }
    }
    throw new AssertionError("No frame has " + role);
  }

  private static Model read() {
    try (var in = Files.newInputStream(Path.of("ontology/shapes.ttl"))) {
      return Rio.parse(in, RDFFormat.TURTLE);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
