package org.w3id.bykz.lexicon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3id.bykz.text.Token;

/** A node of the trie of labels: where the words of a label lead to. */
final class LabelNode {

  /** By the key of a word, or the folded text of any other token. */
  private Map<String, LabelNode> next = Map.of();

  /** By the very form of a word, folded. */
  private Map<String, LabelNode> forms = Map.of();

  private static final LabelEnd[] NO_ENDS = {};

  private LabelEnd[] ends = NO_ENDS;

  /** The {@link #bit}s of all keys and forms that lead on from here: most tokens have none. */
  private long onward;

  /** One of 64 bits for a key or form. */
  static long bit(String key) {
    return 1L << (key.hashCode() * 0x9E3779B9 >>> 26);
  }

  /** The node that a lemma, or a token that is no word, leads to; made where there is none. */
  LabelNode open(String key) {
    next = next.isEmpty() ? new HashMap<>(4) : next;
    onward |= bit(key);
    return next.computeIfAbsent(key, fresh -> new LabelNode());
  }

  /** The node that the very form of a word leads to; made where there is none. */
  LabelNode openForm(String form) {
    forms = forms.isEmpty() ? new HashMap<>(4) : forms;
    onward |= bit(form);
    return forms.computeIfAbsent(form, fresh -> new LabelNode());
  }

  void end(LabelEnd end) {
    ends = Arrays.copyOf(ends, ends.length + 1);
    ends[ends.length - 1] = end;
  }

  /** The labels that end here. */
  LabelEnd[] ends() {
    return ends;
  }

  boolean isLeaf() {
    return onward == 0;
  }

  /** Where a token leads to from here. */
  List<LabelNode> after(Token token, Word word) {
    long form = bit(token.folded());
    if ((onward & (word.keyBits() | form)) == 0) {
      return List.of();
    }
    List<LabelNode> found = after(word);
    return token.isWord() && (onward & form) != 0 ? with(found, forms.get(token.folded())) : found;
  }

  /** Where the lemmas of a word lead to from here. */
  List<LabelNode> after(Word word) {
    List<LabelNode> found = List.of();
    if ((onward & word.keyBits()) != 0) {
      for (String key : word.keys()) {
        found = with(found, next.get(key));
      }
    }
    return found;
  }

  private static List<LabelNode> with(List<LabelNode> nodes, LabelNode node) {
    if (node == null) {
      return nodes;
    }
    if (nodes.isEmpty()) {
      return List.of(node);
    }
    List<LabelNode> more = new ArrayList<>(nodes);
    more.add(node);
    return more;
  }

  /** Writes this node and all below; of an end its place. */
  void write(DataOutput out, Map<LabelEnd, Integer> places) throws IOException {
    out.writeInt(ends.length);
    for (LabelEnd end : ends) {
      out.writeInt(places.get(end));
    }
    write(next, out, places);
    write(forms, out, places);
  }

  private static void write(
      Map<String, LabelNode> nodes, DataOutput out, Map<LabelEnd, Integer> places)
      throws IOException {
    out.writeInt(nodes.size());
    for (Map.Entry<String, LabelNode> entry : new TreeMap<>(nodes).entrySet()) {
      out.writeUTF(entry.getKey());
      entry.getValue().write(out, places);
    }
  }

  /** What {@link #write} wrote. */
  static LabelNode read(DataInput in, List<LabelEnd> places) throws IOException {
    LabelNode node = new LabelNode();
    node.ends = new LabelEnd[in.readInt()];
    for (int i = 0; i < node.ends.length; i++) {
      node.ends[i] = places.get(in.readInt());
    }
    node.next = readNodes(in, places);
    node.forms = readNodes(in, places);
    node.next.keySet().forEach(key -> node.onward |= bit(key));
    node.forms.keySet().forEach(form -> node.onward |= bit(form));
    return node;
  }

  private static Map<String, LabelNode> readNodes(DataInput in, List<LabelEnd> places)
      throws IOException {
    int size = in.readInt();
    Map<String, LabelNode> nodes = size == 0 ? Map.of() : new HashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      nodes.put(in.readUTF(), read(in, places));
    }
    return nodes;
  }
}
