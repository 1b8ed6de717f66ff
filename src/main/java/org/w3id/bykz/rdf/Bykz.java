package org.w3id.bykz.rdf;

import static org.eclipse.rdf4j.model.util.Values.iri;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.w3id.bykz.claim.Frame;
import org.w3id.bykz.claim.Role;

/** The terms of {@code ontology/bykz.ttl} that the writing half uses, spelled as they are there. */
public final class Bykz {

  public static final String NAMESPACE = "https://w3id.org/bykz/ontology#";

  public static final IRI ADDITION = term("Addition");
  public static final IRI AGREEMENT = term("Agreement");
  public static final IRI AGREEMENT_CLAIM = term("AgreementClaim");
  public static final IRI AMENDMENT = term("Amendment");
  public static final IRI CLAIM = term("Claim");
  public static final IRI CONFIRMATION = term("Confirmation");
  public static final IRI COOPERATION_CLAIM = term("CooperationClaim");
  public static final IRI CORRECTION = term("Correction");
  public static final IRI COUNTRY = term("Country");
  public static final IRI EVENT = term("Event");
  public static final IRI EVENT_CLAIM = term("EventClaim");
  public static final IRI EVIDENCE = term("Evidence");
  public static final IRI FORMER_CLAIM = term("FormerClaim");
  public static final IRI GROUP = term("Group");
  public static final IRI LINKING = term("Linking");
  public static final IRI MERGER = term("Merger");
  public static final IRI OFFICE = term("Office");
  public static final IRI OFFICE_CLAIM = term("OfficeClaim");
  public static final IRI PLACE = term("Place");
  public static final IRI PRODUCT = term("Product");
  public static final IRI PRODUCTION_CLAIM = term("ProductionClaim");
  public static final IRI PROJECT = term("Project");
  public static final IRI PROJECT_CLAIM = term("ProjectClaim");
  public static final IRI REGION = term("Region");
  public static final IRI REJECTION = term("Rejection");
  public static final IRI SECTOR = term("Sector");
  public static final IRI SOURCE = term("Source");
  public static final IRI SPLIT = term("Split");
  public static final IRI TRADE_FLOW_CLAIM = term("TradeFlowClaim");
  public static final IRI TRADE_VALUE_CLAIM = term("TradeValueClaim");
  public static final IRI UNIT = term("Unit");

  public static final IRI ABOUT = term("about");
  public static final IRI ADDS = term("adds");
  public static final IRI ADJECTIVE = term("adjective");
  public static final IRI AMBIGUOUS_LABEL = term("ambiguousLabel");
  public static final IRI ATTRIBUTED_TO = term("attributedTo");
  public static final IRI CONFIDENCE = term("confidence");
  public static final IRI CORRECTS = term("corrects");
  public static final IRI CURATED_BY = term("curatedBy");
  public static final IRI EDTF = term("edtf");
  public static final IRI FOUND_BY = term("foundBy");
  public static final IRI HAS_EVIDENCE = term("evidence");
  public static final IRI INSTEAD = term("instead");
  public static final IRI DIFFERENT_THING_FROM = term("differentThingFrom");
  public static final IRI IN_CLAIM = term("inClaim");
  public static final IRI IN_COUNTRY = term("inCountry");
  public static final IRI LIKE = term("like");
  public static final IRI IN_MONTH = term("inMonth");
  public static final IRI MODALITY = term("modality");
  public static final IRI NAME_KEY = term("nameKey");
  public static final IRI NAMED_BY = term("namedBy");
  public static final IRI NUMERIC_VALUE = term("numericValue");
  public static final IRI POLARITY = term("polarity");
  public static final IRI REASON = term("reason");
  public static final IRI SENTENCES = term("sentences");
  public static final IRI SENTENCES_WITH_CLAIMS = term("sentencesWithClaims");
  public static final IRI SILENT_SENTENCE = term("silentSentence");
  public static final IRI TEXT_BAND = term("textBand");
  public static final IRI UNLINKED = term("unlinked");
  public static final IRI WITHOUT = term("without");

  private Bykz() {}

  /** The class of a frame's claims. */
  public static IRI claimClass(Frame frame) {
    return switch (frame) {
      case TRADE_FLOW -> TRADE_FLOW_CLAIM;
      case TRADE_VALUE -> TRADE_VALUE_CLAIM;
      case AGREEMENT -> AGREEMENT_CLAIM;
      case EVENT -> EVENT_CLAIM;
      case PROJECT -> PROJECT_CLAIM;
      case COOPERATION -> COOPERATION_CLAIM;
      case OFFICE -> OFFICE_CLAIM;
      case PRODUCTION -> PRODUCTION_CLAIM;
    };
  }

  /** The property of a role: of the role's name, where that says enough by itself. */
  public static IRI property(Frame frame, Role role) {
    return PROPERTIES.get(frame).get(role);
  }

  private static final Map<Frame, Map<Role, IRI>> PROPERTIES = properties();

  private static Map<Frame, Map<Role, IRI>> properties() {
    Map<Frame, Map<Role, IRI>> properties = new EnumMap<>(Frame.class);
    for (Frame frame : Frame.values()) {
      Map<Role, IRI> ofFrame = new EnumMap<>(Role.class);
      frame.roles().forEach(role -> ofFrame.put(role, term(propertyName(frame, role))));
      properties.put(frame, ofFrame);
    }
    return properties;
  }

  private static String propertyName(Frame frame, Role role) {
    return switch (role) {
      case KIND -> frame == Frame.EVENT ? "eventKind" : "agreementKind";
      case OF -> "officeOf";
      default -> role.key();
    };
  }

  private static IRI term(String name) {
    return iri(NAMESPACE, name);
  }
}
