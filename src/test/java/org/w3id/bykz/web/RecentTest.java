package org.w3id.bykz.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

  @Test
  void holdsWhatWasAskedForLastAsFarAsThereIsRoom() {
    Recent<String> recent = new Recent<>(6, String::length);
    recent.put("one", "aaa");
    recent.put("two", "bb");
    assertThat(recent.get("one")).contains("aaa");
    recent.put("three", "ccc");
    assertThat(recent.get("two")).isEmpty();
    assertThat(recent.get("one")).contains("aaa");
    recent.put("one", "a");
    recent.put("four", "dd");
    assertThat(recent.get("three")).contains("ccc");
    recent.put("five", "too long");
    assertThat(recent.get("five")).isEmpty();
  }
}
