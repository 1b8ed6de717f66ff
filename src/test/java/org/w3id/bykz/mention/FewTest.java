package org.w3id.bykz.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FewTest {

  @Property
  void answersAsAStreamDoes(@ForAll List<Integer> list) {
    Few<Integer> few = Few.of(list).filter(n -> n % 2 == 0).filter(n -> n > 0);
    List<Integer> stream = list.stream().filter(n -> n % 2 == 0).filter(n -> n > 0).toList();
    assertThat(few.toList()).isEqualTo(stream);
    assertThat(few.findFirst()).isEqualTo(stream.stream().findFirst());
    assertThat(few.last()).isEqualTo(stream.stream().reduce((a, b) -> b));
    assertThat(few.reduce((a, b) -> a - b)).isEqualTo(stream.stream().reduce((a, b) -> a - b));
    assertThat(few.count()).isEqualTo(stream.size());
    assertThat(few.skip(2).toList()).isEqualTo(stream.stream().skip(2).toList());
    assertThat(few.limit(2).toList()).isEqualTo(stream.stream().limit(2).toList());
    assertThat(few.map(n -> n % 10).distinct().toList())
        .isEqualTo(stream.stream().map(n -> n % 10).distinct().toList());
    assertThat(few.flatMap(n -> Few.of(List.of(n, n + 1))).toList())
        .isEqualTo(stream.stream().flatMap(n -> List.of(n, n + 1).stream()).toList());
    assertThat(few.anyMatch(n -> n % 3 == 0)).isEqualTo(stream.stream().anyMatch(n -> n % 3 == 0));
    assertThat(few.noneMatch(n -> n > 5)).isEqualTo(stream.stream().noneMatch(n -> n > 5));
    assertThat(few.allMatch(n -> n > 5)).isEqualTo(stream.stream().allMatch(n -> n > 5));
  }

  @Property
  void theLeastOfEqualsIsTheFirst(@ForAll List<String> list) {
    Comparator<String> byLength = Comparator.comparingInt(String::length);
    Optional<String> least = list.stream().min(byLength);
    assertThat(Few.of(list).min(byLength)).isEqualTo(least);
    assertThat(Few.of(least).toList()).isEqualTo(least.stream().toList());
  }
}
