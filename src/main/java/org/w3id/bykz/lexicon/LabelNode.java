package org.w3id.bykz.lexicon;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.w3id.bykz.text.Token;

/** A node of the trie of labels: where the words of a label lead to. */
final class LabelNode {

  /** By the key of a word, or the folded text of any other token. */
  private Branches next = Branches.NONE;

  /** By the very form of a word, folded. */
  private Branches forms = Branches.NONE;

  private static final LabelNode[] NOWHERE = {};

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
    next = next == Branches.NONE ? new Branches(1) : next;
    return open(key, next);
  }

  /** The node that the very form of a word leads to; made where there is none. */
  LabelNode openForm(String form) {
    forms = forms == Branches.NONE ? new Branches(1) : forms;
    return open(form, forms);
  }

  private LabelNode open(String key, Branches branches) {
    LabelNode node = branches.get(key);
    if (node == null) {
      node = new LabelNode();
      branches.put(key.intern(), node);
      onward |= bit(key);
    }
    return node;
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
  LabelNode[] after(Token token, Word word) {
    long form = bit(token.folded());
    if ((onward & (word.keyBits() | form)) == 0) {
      return NOWHERE;
    }
    LabelNode[] found = after(word);
    return token.isWord() && (onward & form) != 0 ? with(found, forms.get(token.folded())) : found;
  }

  /** Where the lemmas of a word lead to from here. */
  LabelNode[] after(Word word) {
    LabelNode[] found = NOWHERE;
    List<String> keys = word.keys();
    for (int i = 0; (onward & word.keyBits()) != 0 && i < keys.size(); i++) {
      if ((onward & bit(keys.get(i))) != 0) {
        found = with(found, next.get(keys.get(i)));
      }
    }
    return found;
  }

  private static LabelNode[] with(LabelNode[] nodes, LabelNode node) {
    if (node == null) {
      return nodes;
    }
    LabelNode[] more = Arrays.copyOf(nodes, nodes.length + 1);
    more[nodes.length] = node;
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

  private static void write(Branches branches, DataOutput out, Map<LabelEnd, Integer> places)
      throws IOException {
    SortedMap<String, LabelNode> sorted = branches.sorted();
    out.writeInt(sorted.size());
    for (Map.Entry<String, LabelNode> entry : sorted.entrySet()) {
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
    node.next = node.readBranches(in, places);
    node.forms = node.readBranches(in, places);
    return node;
  }

  private Branches readBranches(DataInput in, List<LabelEnd> places) throws IOException {
    int size = in.readInt();
    Branches branches = size == 0 ? Branches.NONE : new Branches(size);
    for (int i = 0; i < size; i++) {
      String key = in.readUTF().intern();
      branches.put(key, read(in, places));
      onward |= bit(key);
    }
    return branches;
  }
}
