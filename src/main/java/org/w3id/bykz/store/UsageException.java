package org.w3id.bykz.store;

/**
 * What was asked for cannot be done as asked: an unknown name, a bad value, no store where one was
 * looked for. The message says what to do instead. Exit code 2, HTTP 4xx.
 */
public class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
