package org.w3id.materia.terminology.ecl;

import java.util.BitSet;

/** The constraint operators (ECL 2.2, 6.1). The longer ones come first, as the parser must try them. */
enum HierarchyOperator {
    CHILD_OR_SELF_OF("<<!") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return with(substrate.children(concepts), concepts);
        }
    },
    PARENT_OR_SELF_OF(">>!") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return with(substrate.parents(concepts), concepts);
        }
    },
    TOP_OF_SET("!!>") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            concepts.andNot(substrate.descendants(concepts));
            return concepts;
        }
    },
    BOTTOM_OF_SET("!!<") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            concepts.andNot(substrate.ancestors(concepts));
            return concepts;
        }
    },
    DESCENDANT_OR_SELF_OF("<<") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return with(substrate.descendants(concepts), concepts);
        }
    },
    ANCESTOR_OR_SELF_OF(">>") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return with(substrate.ancestors(concepts), concepts);
        }
    },
    CHILD_OF("<!") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return substrate.children(concepts);
        }
    },
    PARENT_OF(">!") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return substrate.parents(concepts);
        }
    },
    DESCENDANT_OF("<") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return substrate.descendants(concepts);
        }
    },
    ANCESTOR_OF(">") {
        @Override
        BitSet of(BitSet concepts, Substrate substrate) {
            return substrate.ancestors(concepts);
        }
    };

    private final String symbol;

    HierarchyOperator(String symbol) {
        this.symbol = symbol;
    }

    String symbol() {
        return symbol;
    }

    abstract BitSet of(BitSet concepts, Substrate substrate);

    private static BitSet with(BitSet related, BitSet selves) {
        related.or(selves);
        return related;
    }
}
