package org.w3id.bykz.store;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.util.Context;

/**
 * Ends queries that would go on when their time is over.
 *
 * <p>The engine's own alarm waits for a query to have begun, which one that sorts for OFFSET has
 * only when it is nearly done; and as there is one alarm, all other queries go on, too. So a second
 * clock gives the signal without waiting. Within REGEX and REPLACE nobody looks for a signal, since
 * Java's matcher cannot be interrupted: each pattern is tried on a text that counts how often it is
 * looked at, before the standard function has its say.
 */
final class Patience {

  private static final int MOST_LOOKS = 10_000_000;

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread clock = new Thread(task, "deadlines");
            clock.setDaemon(true);
            return clock;
          });

  private Patience() {}

  /** The standard optimizer, where each query passes by: its time begins, its patterns change. */
  static Rewrite optimizer(Context context) {
    AtomicBoolean signal = Context.getCancelSignal(context);
    String timeout = context.getAsString(ARQ.queryTimeout);
    if (signal != null && timeout != null) {
      var unused =
          CLOCK.schedule(() -> signal.set(true), Long.parseLong(timeout), TimeUnit.MILLISECONDS);
    }
    Rewrite standard = Optimize.stdOptimizationFactory.create(context);
    return op -> standard.rewrite(patient(op));
  }

  private static Op patient(Op op) {
    return Transformer.transform(
        new TransformCopy(),
        new ExprTransformCopy() {
          @Override
          public Expr transform(ExprFunctionN function, ExprList arguments) {
            if (function instanceof E_Regex) {
              return new Regex(arguments);
            }
            return function instanceof E_StrReplace
                ? new Replace(arguments)
                : super.transform(function, arguments);
          }
        },
        op);
  }

  private static void tryOut(NodeValue text, NodeValue pattern, List<NodeValue> flags) {
    if (!text.isString() && !text.isLangString() || !pattern.isString()) {
      return;
    }
    String flag = flags.isEmpty() ? "" : flags.get(0).asUnquotedString();
    Matcher matcher =
        RegexEngine.makePattern("REGEX", pattern.getString(), flag)
            .matcher(new Watched(text.asNode().getLiteralLexicalForm()));
    try {
      matcher.results().forEach(match -> {});
    } catch (Tired | StackOverflowError e) {
      throw new PatternException(pattern.getString());
    }
  }

  private static final class Regex extends E_Regex {

    Regex(ExprList arguments) {
      super(arguments.get(0), arguments.get(1), arguments.size() > 2 ? arguments.get(2) : null);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      tryOut(arguments.get(0), arguments.get(1), arguments.subList(2, arguments.size()));
      return super.eval(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Regex(arguments);
    }
  }

  private static final class Replace extends E_StrReplace {

    Replace(ExprList arguments) {
      super(
          arguments.get(0),
          arguments.get(1),
          arguments.get(2),
          arguments.size() > 3 ? arguments.get(3) : null);
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
      tryOut(arguments.get(0), arguments.get(1), arguments.subList(3, arguments.size()));
      return super.eval(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
      return new Replace(arguments);
    }
  }

  /** Nobody catches it but who tries a pattern out. */
  private static final class Tired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Tired() {
      super(null, null, false, false);
    }
  }

  /** A text that can be looked at so often and no more. */
  private static final class Watched implements CharSequence {

    private final String text;
    private int looks;

    Watched(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks > MOST_LOOKS) {
        throw new Tired();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }
  }
}
