package org.w3id.materia.monograph;

import java.util.List;

/** Every passage of a tree of blocks. */
final class Passages {
    private Passages() {}

    static void collect(Block block, List<Passage> passages) {
        if (block instanceof Block.Paragraph p) {
            passages.add(p.text());
            passages.addAll(p.text().sentences());
        } else if (block instanceof Block.ListBlock list) {
            list.items().forEach(i -> i.blocks().forEach(b -> collect(b, passages)));
        } else if (block instanceof Block.Table table) {
            table.caption().ifPresent(passages::add);
            passages.addAll(table.head());
            table.rows().forEach(passages::addAll);
        } else if (block instanceof Block.Details details) {
            passages.add(details.summary());
            details.blocks().forEach(b -> collect(b, passages));
        } else if (block instanceof Block.SubHeading h) {
            passages.add(h.text());
        } else if (block instanceof Block.Verbatim v) {
            passages.add(v.text());
        }
    }
}
