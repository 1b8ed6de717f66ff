package org.w3id.bykz.store;

/** Something is wrong with the data; the message names where and what. Exit code 1. */
public class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, Throwable cause) {
    super(message, cause);
  }
}
