package org.w3id.materia.store.lucene.concept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.CloseableThreadLocal;
import org.w3id.materia.store.lucene.BudgetedSearcher;
import org.w3id.materia.terminology.codesystem.CodeSystemHeader;

/** The one segment of an index, and the concepts of it that were wanted lately. Any number of threads may read. */
final class ConceptIndex implements Closeable {
    private static final int[] NONE = {};
    private static final int KEPT = 5_000;

    private final Directory directory;
    private final DirectoryReader reader;
    private final LeafReader segment;
    private final IndexSearcher searcher;
    private final CodeSystemHeader header;
    private final Cache<Integer, StoredConcept> recent =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    /** A look-up by code takes less time than to make what looks it up. */
    private final CloseableThreadLocal<TermsEnum> codes = new CloseableThreadLocal<>() {
        @Override
        protected TermsEnum initialValue() {
            try {
                return segment.terms(ConceptFields.CODE).iterator();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    ConceptIndex(Path folder, CodeSystemHeader header) throws IOException {
        this.header = header;
        directory = FSDirectory.open(folder);
        try {
            reader = DirectoryReader.open(directory);
            if (reader.leaves().size() != 1) {
                throw new CorruptIndexException(
                        "there are " + reader.leaves().size() + " segments, not one", folder.toString());
            }
        } catch (IOException e) {
            directory.close();
            throw e;
        }
        segment = reader.leaves().get(0).reader();
        searcher = new BudgetedSearcher(reader);
    }

    IndexSearcher searcher() {
        return searcher;
    }

    LeafReader segment() {
        return segment;
    }

    int size() {
        return segment.maxDoc();
    }

    /** Number of the concept that has a code; -1 for none. */
    int number(String code) throws IOException {
        TermsEnum terms = codes.get();
        return terms.seekExact(new BytesRef(code))
                ? terms.postings(null, PostingsEnum.NONE).nextDoc()
                : -1;
    }

    /** Number of the first concept that has a term; -1 for none. */
    int first(String field, BytesRef term) throws IOException {
        PostingsEnum postings = postings(field, term);
        int first = postings == null ? PostingsEnum.NO_MORE_DOCS : postings.nextDoc();
        return first == PostingsEnum.NO_MORE_DOCS ? -1 : first;
    }

    boolean has(int concept, String field, BytesRef term) throws IOException {
        PostingsEnum postings = postings(field, term);
        return postings != null && postings.advance(concept) == concept;
    }

    /** Null where no concept has the term. */
    PostingsEnum postings(String field, BytesRef term) throws IOException {
        Terms terms = segment.terms(field);
        if (terms == null) {
            return null;
        }
        TermsEnum found = terms.iterator();
        return found.seekExact(term) ? found.postings(null, PostingsEnum.NONE) : null;
    }

    /** In the order of the release. */
    int[] parents(int concept) throws IOException {
        BinaryDocValues values = segment.getBinaryDocValues(ConceptFields.PARENTS);
        if (values == null || !values.advanceExact(concept)) {
            return NONE;
        }
        BytesRef bytes = values.binaryValue();
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int[] parents = new int[in.readVInt()];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = in.readVInt();
        }
        return parents;
    }

    /** A concept that may be wanted again. */
    StoredConcept concept(int number) throws IOException {
        StoredConcept known = recent.getIfPresent(number);
        if (known == null) {
            known = read(number);
            recent.put(number, known);
        }
        return known;
    }

    /** A concept of many. */
    StoredConcept read(int number) throws IOException {
        BinaryDocValues values = segment.getBinaryDocValues(ConceptFields.RECORD);
        if (values == null || !values.advanceExact(number)) {
            throw new CorruptIndexException("concept " + number + " has no record", directory.toString());
        }
        return new StoredConcept(
                number,
                ConceptRecord.read(values.binaryValue()),
                header.codes().properties(),
                header.codes().language());
    }

    @Override
    public void close() throws IOException {
        codes.close();
        reader.close();
        directory.close();
    }
}
