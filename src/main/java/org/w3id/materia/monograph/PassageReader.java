package org.w3id.materia.monograph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The inline content of a commonmark block as passages: one for the block, or several where a line begins with a bold
 * label, which writers of monographs mean as a paragraph of its own.
 */
final class PassageReader {
    private final String source;
    private final int base;

    /**
     * @param source the whole document
     * @param base offset in it at which the parsed Markdown begins
     */
    PassageReader(String source, int base) {
        this.source = source;
        this.base = base;
    }

    Passage read(Node block) {
        Collector collector = new Collector();
        for (Node n = block.getFirstChild(); n != null; n = n.getNext()) {
            n.accept(collector);
        }
        return collector.passage();
    }

    List<Passage> readLabelled(Node block) {
        List<Passage> passages = new ArrayList<>();
        Collector collector = new Collector();
        for (Node n = block.getFirstChild(); n != null; n = n.getNext()) {
            if (n instanceof StrongEmphasis && n.getPrevious() instanceof SoftLineBreak && isLabel(n)) {
                passages.add(collector.passage());
                collector = new Collector();
            }
            n.accept(collector);
        }
        passages.add(collector.passage());
        passages.removeIf(Passage::isBlank);
        return passages;
    }

    private boolean isLabel(Node strong) {
        String text = read(strong).text().strip();
        return text.endsWith(":")
                || strong.getNext() instanceof Text next && next.getLiteral().startsWith(":");
    }

    private final class Collector extends AbstractVisitor {
        private final StringBuilder text = new StringBuilder();
        private final List<Passage.Range> strong = new ArrayList<>();
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int reached = -1;

        @Override
        public void visit(Text node) {
            append(node.getLiteral(), node);
        }

        @Override
        public void visit(Code node) {
            append(node.getLiteral(), node);
        }

        @Override
        public void visit(HtmlInline node) {
            append(node.getLiteral(), node);
        }

        @Override
        public void visit(SoftLineBreak node) {
            appendBreak();
        }

        @Override
        public void visit(HardLineBreak node) {
            appendBreak();
        }

        @Override
        public void visit(StrongEmphasis node) {
            int start = text.length();
            visitChildren(node);
            if (text.length() > start) {
                strong.add(new Passage.Range(start, text.length()));
            }
        }

        private void append(String literal, Node node) {
            var spans = node.getSourceSpans();
            if (spans.isEmpty()) {
                return;
            }
            int from = base + spans.get(0).getInputIndex();
            var last = spans.get(spans.size() - 1);
            int to = base + last.getInputIndex() + last.getLength();
            int at = literal.length() < to - from && node instanceof Code ? source.indexOf(literal, from) : from;
            for (int i = 0; i < literal.length(); i++) {
                int end = Math.min(to, at < 0 ? to : writtenEnd(at, literal.charAt(i)));
                int start = Math.min(at < 0 ? from : at, end - 1);
                append(literal.charAt(i), start, end);
                at = at < 0 ? at : end;
            }
        }

        /** Where the source form of a character ends: itself, a backslash escape ({@code \*}) or an entity. */
        private int writtenEnd(int at, char c) {
            if (at >= source.length() || source.charAt(at) == c) {
                return at + 1;
            }
            if (source.charAt(at) == '\\') {
                return at + 2;
            }
            int semicolon = source.charAt(at) == '&' ? source.indexOf(';', at) : -1;
            return semicolon < 0 ? at + 1 : semicolon + 1;
        }

        /** The line end's own place is between what stands before it and what comes behind. */
        private void appendBreak() {
            int at = reached < 0 ? base : reached;
            append(' ', at, at + 1);
        }

        private void append(char c, int start, int end) {
            int n = text.length();
            if (n == starts.length) {
                starts = Arrays.copyOf(starts, 2 * n);
                ends = Arrays.copyOf(ends, 2 * n);
            }
            starts[n] = start;
            ends[n] = end;
            reached = end;
            text.append(c);
        }

        Passage passage() {
            int n = text.length();
            Passage whole = new Passage(text.toString(), Arrays.copyOf(starts, n), Arrays.copyOf(ends, n), strong);
            return whole.part(0, n);
        }
    }
}
