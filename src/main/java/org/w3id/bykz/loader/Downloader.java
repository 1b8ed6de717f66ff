package org.w3id.bykz.loader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/**
 * Fetches pages and plain texts from the web: http and https alone, within a time and a size, over
 * a few redirects, and from public addresses unless others are allowed. Sends no cookies and no
 * passwords, and runs nothing that it fetches.
 *
 * <p>Every address on the way is resolved and checked before it is asked. What is connected to is
 * what was checked as long as Java keeps the answer of the name service, which is 30 seconds if not
 * set otherwise and longer than a connection may take; where {@code networkaddress.cache.ttl} is
 * set to less than {@value #CONNECT_SECONDS}, a name whose answers change in between is not caught.
 * A proxy is not used, as it would resolve names itself.
 */
public final class Downloader {

  static final int CONNECT_SECONDS = 10;
  private static final int MOST_REDIRECTS = 5;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.()-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final HttpClient client;
  private final boolean allowPrivate;
  private final Duration most;
  private final int mostBytes;

  /** Asks private addresses only if they are allowed. */
  public Downloader(boolean allowPrivate) {
    this(allowPrivate, Duration.ofSeconds(30), PageLoader.MOST_BYTES);
  }

  /**
   * With other limits.
   *
   * @param most how long one answer may take as a whole
   */
  Downloader(boolean allowPrivate, Duration most, int mostBytes) {
    this.allowPrivate = allowPrivate;
    this.most = most;
    this.mostBytes = mostBytes;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /**
   * The address that a person wrote, without its fragment; empty if it is none of http or https.
   */
  public static Optional<URI> address(String written) {
    try {
      URI uri = new URI(written.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean web = scheme.equals("http") || scheme.equals("https");
      if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return Optional.empty();
      }
      String ascii = uri.toASCIIString();
      int fragment = ascii.indexOf('#');
      return Optional.of(URI.create(fragment < 0 ? ascii : ascii.substring(0, fragment)));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** What {@code address} gives. */
  public Download fetch(URI address) throws LoadException {
    URI at = address;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      check(at);
      HttpResponse<byte[]> response = ask(at);
      Optional<URI> next = redirect(at, response);
      if (next.isEmpty()) {
        return download(at, response);
      }
      at = next.get();
    }
    throw new LoadException(
        "%s leads on more than %d times, at last to %s; give the address where the page is"
            .formatted(address, MOST_REDIRECTS, at));
  }

  private void check(URI address) throws LoadException {
    try {
      for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
        if (!allowPrivate && !PublicAddress.isPublic(each)) {
          throw new LoadException(
              "%s stands at %s, which is no public address; allow it by --allow-private"
                  .formatted(address, each.getHostAddress()));
        }
      }
    } catch (UnknownHostException e) {
      throw new LoadException(
          "There is no host " + address.getHost() + "; check the address " + address, e);
    }
  }

  private HttpResponse<byte[]> ask(URI address) throws LoadException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(most)
            .header("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9")
            .header("Accept-Encoding", "gzip")
            .header("User-Agent", "bykz")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, head -> new Limited(mostBytes));
    try {
      return answer.get(most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw slow(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LoadException("Interrupted while fetching " + address, e);
    } catch (ExecutionException e) {
      throw failure(address, e.getCause());
    }
  }

  private LoadException failure(URI address, Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof TooLarge) {
        return StoredText.tooLarge(address.toString(), mostBytes);
      }
      if (each instanceof HttpConnectTimeoutException || each instanceof ConnectException) {
        return new LoadException("Nobody answers at " + address + "; try again later", cause);
      }
      if (each instanceof java.net.http.HttpTimeoutException) {
        return slow(address, cause);
      }
      if (each instanceof SSLException) {
        return new LoadException(
            "%s cannot be asked safely: %s; try again later"
                .formatted(address, firstLine(each.getMessage())),
            cause);
      }
    }
    return new LoadException(
        "%s cannot be fetched: %s; try again later"
            .formatted(address, firstLine(String.valueOf(cause.getMessage()))),
        cause);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  private LoadException slow(URI address, Throwable cause) {
    return new LoadException(
        "%s takes longer than %.0f seconds; try again later"
            .formatted(address, Math.ceil(most.toMillis() / 1000.0)),
        cause);
  }

  /** Where a redirect leads (RFC 9110, section 15.4). */
  private static Optional<URI> redirect(URI at, HttpResponse<byte[]> response)
      throws LoadException {
    Optional<String> location = response.headers().firstValue("Location");
    boolean redirect = List.of(301, 302, 303, 307, 308).contains(response.statusCode());
    if (!redirect || location.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> next;
    try {
      next = address(at.resolve(new URI(location.get().strip())).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      next = Optional.empty();
    }
    if (next.isEmpty()) {
      throw new LoadException(
          "%s leads to \"%s\", which is no address on the web".formatted(at, location.get()));
    }
    return next;
  }

  private Download download(URI address, HttpResponse<byte[]> response) throws LoadException {
    if (response.statusCode() != 200) {
      throw new LoadException(
          "%s answers with status %d, without a page; check the address"
              .formatted(address, response.statusCode()));
    }
    String header = response.headers().firstValue("Content-Type").orElse("");
    String type = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!Download.isReadable(type)) {
      throw new LoadException(
          "%s is of the type %s; give the address of an HTML page or of plain text"
              .formatted(address, type));
    }
    Matcher charset = CHARSET.matcher(header);
    return new Download(
        address,
        unpacked(address, response),
        type,
        charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
  }

  private byte[] unpacked(URI address, HttpResponse<byte[]> response) throws LoadException {
    String encoding = response.headers().firstValue("Content-Encoding").orElse("identity").strip();
    if (encoding.equalsIgnoreCase("identity")) {
      return response.body();
    }
    if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
      throw new LoadException(
          "%s comes packed by %s, which was not asked for; save the page and give the file"
              .formatted(address, encoding));
    }
    try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      byte[] bytes = packed.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw StoredText.tooLarge(address.toString(), mostBytes);
      }
      return bytes;
    } catch (IOException e) {
      throw new LoadException(
          address + " cannot be unpacked: " + e.getMessage() + "; try again later", e);
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Takes a body up to a size, and gives up at the first byte more. */
  private static final class Limited implements BodySubscriber<byte[]> {

    private final int mostBytes;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.Subscription subscription;

    Limited(int mostBytes) {
      this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        if (bytes.size() + buffer.remaining() > mostBytes) {
          subscription.cancel();
          body.completeExceptionally(new TooLarge());
          return;
        }
        byte[] next = new byte[buffer.remaining()];
        buffer.get(next);
        bytes.writeBytes(next);
      }
    }

    @Override
    public void onError(Throwable problem) {
      body.completeExceptionally(problem);
    }

    @Override
    public void onComplete() {
      body.complete(bytes.toByteArray());
    }
  }
}
