package org.w3id.bykz.lexicon;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The nodes that a node of the trie leads to, by key. Most of what a text asks for is not there:
 * keys lie side by side, with free slots between, so that one look tells. Keys are interned.
 */
final class Branches {

  static final Branches NONE = new Branches(0);

  private String[] keys;
  private LabelNode[] nodes;
  private int size;

  /** Room for so many. */
  Branches(int expected) {
    int slots = Integer.highestOneBit(expected * 2 + 1) * 2;
    keys = new String[slots];
    nodes = new LabelNode[slots];
  }

  /** The node of a key; null if there is none. */
  LabelNode get(String key) {
    return nodes[slot(key)];
  }

  /** The slot of a key, or the free one that it would have. */
  private int slot(String key) {
    int mask = keys.length - 1;
    int slot = key.hashCode() * 0x9E3779B9 >>> 7 & mask;
    while (keys[slot] != null && !keys[slot].equals(key)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  void put(String key, LabelNode node) {
    if (size >= keys.length / 2) {
      grow();
    }
    int slot = slot(key);
    size += keys[slot] == null ? 1 : 0;
    keys[slot] = key;
    nodes[slot] = node;
  }

  private void grow() {
    Branches larger = new Branches(size * 2);
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != null) {
        larger.put(keys[slot], nodes[slot]);
      }
    }
    keys = larger.keys;
    nodes = larger.nodes;
  }

  /** All of them in the order of their keys. */
  SortedMap<String, LabelNode> sorted() {
    SortedMap<String, LabelNode> sorted = new TreeMap<>();
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != null) {
        sorted.put(keys[slot], nodes[slot]);
      }
    }
    return sorted;
  }
}
