package org.w3id.bykz.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.zip.ZipException;

/** Says in words why a file could not be read or written; Java's messages often only name it. */
public final class Reasons {

  private Reasons() {}

  /** A clause to follow "Cannot read FILE: ", also for what a library made of an IOException. */
  public static String of(Exception e) {
    if (e instanceof RuntimeException && e.getCause() instanceof IOException cause) {
      return of(cause);
    }
    if (e instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    if (e instanceof EOFException) {
      return "it ends in the middle";
    }
    if (e instanceof ZipException) {
      return "it is damaged gzip (" + e.getMessage() + ")";
    }
    if (e instanceof CharacterCodingException) {
      return "it is not text in UTF-8";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
