package org.w3id.bykz.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The body of an answer on its way to another one, which sees what is written in blocks only. */
abstract class ForwardingOutputStream extends ServletOutputStream {

  protected final ServletOutputStream out;

  ForwardingOutputStream(ServletOutputStream out) {
    this.out = out;
  }

  @Override
  public final void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public abstract void write(byte[] bytes, int start, int length) throws IOException;

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  @Override
  public boolean isReady() {
    return out.isReady();
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    out.setWriteListener(listener);
  }
}
