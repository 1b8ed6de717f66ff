package org.w3id.bykz.mention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A few things in their order, asked as a stream is: what a sentence has of a kind is mostly none
 * to three, and setting up a stream takes longer than asking all of them. Filters wait for the
 * question; anything else is done at once.
 */
public final class Few<T> {

  private static final Predicate<Object> ALL = Few::isAny;

  private static final Few<?> NONE = new Few<>(List.of(), ALL);

  private final List<T> all;
  private final Predicate<? super T> kept;

  private Few(List<T> all, Predicate<? super T> kept) {
    this.all = all;
    this.kept = kept;
  }

  /** Those of a list or set, which must not change meanwhile. */
  public static <T> Few<T> of(Collection<T> all) {
    if (all.isEmpty()) {
      return none();
    }
    return new Few<>(all instanceof List<T> list ? list : new ArrayList<>(all), ALL);
  }

  public static <T> Few<T> of(Optional<T> one) {
    return one.isEmpty() ? none() : of(List.of(one.get()));
  }

  @SuppressWarnings("unchecked") // it holds nothing
  private static <T> Few<T> none() {
    return (Few<T>) NONE;
  }

  public Few<T> filter(Predicate<? super T> wanted) {
    if (this == NONE) {
      return this;
    }
    return new Few<>(all, kept == ALL ? wanted : each -> kept.test(each) && wanted.test(each));
  }

  private static boolean isAny(Object each) {
    return true;
  }

  private boolean isKept(T each) {
    return kept == ALL || kept.test(each);
  }

  public <R> Few<R> map(Function<? super T, ? extends R> function) {
    List<R> mapped = new ArrayList<>(all.size());
    forEach(each -> mapped.add(function.apply(each)));
    return of(mapped);
  }

  public <R> Few<R> flatMap(Function<? super T, Few<R>> function) {
    List<R> mapped = new ArrayList<>(all.size());
    forEach(each -> function.apply(each).forEach(mapped::add));
    return of(mapped);
  }

  /** Of equals the first. */
  public Few<T> distinct() {
    return all.size() < 2 ? this : of(new LinkedHashSet<>(toList()));
  }

  public Few<T> limit(int most) {
    List<T> list = toList();
    return list.size() <= most ? this : of(list.subList(0, most));
  }

  public Few<T> skip(int first) {
    List<T> list = toList();
    return of(list.subList(Math.min(first, list.size()), list.size()));
  }

  public boolean anyMatch(Predicate<? super T> asked) {
    for (int i = 0; i < all.size(); i++) {
      if (isKept(all.get(i)) && asked.test(all.get(i))) {
        return true;
      }
    }
    return false;
  }

  public boolean noneMatch(Predicate<? super T> asked) {
    return !anyMatch(asked);
  }

  public boolean allMatch(Predicate<? super T> asked) {
    return !anyMatch(each -> !asked.test(each));
  }

  public Optional<T> findFirst() {
    for (int i = 0; i < all.size(); i++) {
      if (isKept(all.get(i))) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  public Optional<T> last() {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (isKept(all.get(i))) {
        return Optional.of(all.get(i));
      }
    }
    return Optional.empty();
  }

  public Optional<T> reduce(BinaryOperator<T> operator) {
    List<T> list = toList();
    for (int i = 1; i < list.size(); i++) {
      list.set(0, operator.apply(list.get(0), list.get(i)));
    }
    return of(list).findFirst();
  }

  /** Of equals the first. */
  public Optional<T> min(Comparator<? super T> order) {
    T least = null;
    for (int i = 0; i < all.size(); i++) {
      T each = all.get(i);
      if (isKept(each) && (least == null || order.compare(each, least) < 0)) {
        least = each;
      }
    }
    return Optional.ofNullable(least);
  }

  public int count() {
    return toList().size();
  }

  public void forEach(Consumer<? super T> action) {
    for (int i = 0; i < all.size(); i++) {
      if (isKept(all.get(i))) {
        action.accept(all.get(i));
      }
    }
  }

  public List<T> toList() {
    if (all.isEmpty()) {
      return List.of();
    }
    List<T> list = new ArrayList<>(all.size());
    forEach(list::add);
    return list;
  }
}
