package org.w3id.bykz.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.bykz.mention.Few;

/**
 * Project: parties make something together, or one in the other's land. Capacity, investment, jobs
 * and start of the sentences that follow belong to the project opened before.
 */
final class ProjectReader implements FrameReader {

  private Optional<OpenProject> open = Optional.empty();
  private int openParagraph = -1;

  @Override
  public void read(Scene scene, List<Draft> drafts) {
    List<Draft> found = found(scene);
    int paragraph = scene.sentence().paragraph();
    int gap = paragraph - openParagraph;
    Optional<OpenProject> near =
        open.filter(o -> gap <= 0 || gap == 1 && OpenProject.opensWithIt(scene));
    near.ifPresent(o -> o.take(scene, found));
    if (found.isEmpty()) {
      near.ifPresent(
          o -> {
            openParagraph = Math.max(openParagraph, paragraph);
            ProjectFigures.readLater(scene, o.draft(), drafts);
          });
      return;
    }
    drafts.addAll(found);
    OpenProject last = new OpenProject(found.get(found.size() - 1));
    open = Optional.of(last);
    openParagraph = paragraph;
    scene.discourse.building(openParagraph);
    if (found.size() == 1) {
      ProjectFigures.read(scene, last.draft());
      last.joinWithin(scene);
    }
  }

  /** What a sentence tells of projects, by clause; else by a clause with the relative one to it. */
  private List<Draft> found(Scene scene) {
    List<Draft> found = new ArrayList<>();
    if (scene.cues("project").isEmpty()) {
      return found;
    }
    for (int clause = 0; clause < scene.clauseCount(); clause++) {
      read(new ProjectClause(scene, clause, clause), found);
    }
    for (int clause = 1; clause < scene.clauseCount() && isNobodys(found); clause++) {
      if (scene.isRelative(clause) && ProjectClause.hasPlant(scene, clause - 1)) {
        List<Draft> joined = new ArrayList<>();
        read(new ProjectClause(scene, clause - 1, clause), joined);
        found = isNobodys(joined) ? found : joined;
      }
    }
    return found;
  }

  private void read(ProjectClause clause, List<Draft> found) {
    new ProjectClauseReader(clause, found, open.map(OpenProject::draft)).read();
  }

  /** Whether it is not told who is behind anything found. */
  private static boolean isNobodys(List<Draft> found) {
    return Few.of(found).noneMatch(draft -> draft.has(Role.PARTNER));
  }
}
