package org.w3id.bykz;

import java.util.Optional;

/** The program's version, which every claim names as its maker. */
public final class Version {

  public static final String CURRENT =
      Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
          .orElse("unpackaged");

  private Version() {}
}
