package org.w3id.bykz.loader;

/**
 * A source that cannot be loaded. Its message is one sentence for the user: what, where, what to
 * do. Checked, because a bad file is an everyday event that the others must not suffer from: each
 * caller decides whether to go on.
 */
public final class LoadException extends Exception {

  private static final long serialVersionUID = 1L;

  public LoadException(String message) {
    super(message);
  }

  public LoadException(String message, Throwable cause) {
    super(message, cause);
  }
}
