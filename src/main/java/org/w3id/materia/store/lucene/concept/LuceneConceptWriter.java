package org.w3id.materia.store.lucene.concept;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.ArrayUtil;
import org.w3id.materia.model.Sha;
import org.w3id.materia.terminology.ConceptWriter;
import org.w3id.materia.terminology.release.ReleasedConcept;

/**
 * Writes an index in two rounds: as concepts come, they go to a file, and the hierarchy is gathered; when all are there, each is
 * indexed with its ancestors, parents first.
 */
final class LuceneConceptWriter implements ConceptWriter {
    private static final String RECORDS = "records.unfinished";
    private static final double BUFFER_MIB = 96;
    private static final int FEW_MERGES = 200;

    private final Path folder;
    private final DataOutputStream records;
    private final MessageDigest digest = Sha.sha256();
    private final Hierarchy hierarchy = new Hierarchy();
    private long[] offsets = new long[16];
    private long end;

    LuceneConceptWriter(Path folder) throws IOException {
        this.folder = Files.createDirectory(folder);
        records =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(RECORDS)), 1 << 16));
    }

    @Override
    public boolean add(ReleasedConcept concept) throws IOException {
        int number = hierarchy.size();
        if (!hierarchy.add(concept.code(), concept.parents())) {
            return false;
        }
        byte[] record = ConceptRecord.write(concept);
        digest.update(record);
        digest.update((concept.parents() + "\n").getBytes(StandardCharsets.UTF_8));
        offsets = ArrayUtil.grow(offsets, number + 1);
        offsets[number] = end;
        records.writeInt(record.length);
        records.write(record);
        end += Integer.BYTES + record.length;
        return true;
    }

    @Override
    public Finished finish() throws IOException {
        records.close();
        hierarchy.resolve();
        IndexWriterConfig config = new IndexWriterConfig();
        // Merges only neighbours, so that the documents keep their order.
        LogDocMergePolicy inOrder = new LogDocMergePolicy();
        inOrder.setMergeFactor(FEW_MERGES);
        config.setMergePolicy(inOrder);
        config.setMergeScheduler(new SerialMergeScheduler());
        config.setRAMBufferSizeMB(BUFFER_MIB);
        config.setUseCompoundFile(false);
        Path file = folder.resolve(RECORDS);
        try (Directory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config);
                RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            index(new Records(in), writer);
            writer.forceMerge(1);
            writer.commit();
        }
        Files.delete(file);
        return new Finished(Sha.hex(digest), hierarchy.unknownParents());
    }

    private void index(Records in, IndexWriter writer) throws IOException {
        int[] order = hierarchy.parentsFirst();
        int[] number = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            number[order[i]] = i;
        }
        boolean[] areParents = hierarchy.areParents();
        Hierarchy.Ancestors ancestors = hierarchy.new Ancestors();
        for (int concept : order) {
            ConceptDocument.Place place = new ConceptDocument.Place(
                    renumbered(hierarchy.parents(concept), number),
                    renumbered(ancestors.withAncestors(concept), number),
                    !areParents[concept]);
            writer.addDocument(ConceptDocument.of(in.at(offsets[concept]), place));
        }
    }

    private static int[] renumbered(int[] concepts, int[] number) {
        for (int i = 0; i < concepts.length; i++) {
            concepts[i] = number[concepts[i]];
        }
        return concepts;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Reads records, most of which follow each other. */
    private static final class Records {
        private final RandomAccessFile file;
        private java.io.DataInputStream in;
        private long position = -1;

        Records(RandomAccessFile file) {
            this.file = file;
        }

        byte[] at(long offset) throws IOException {
            if (offset != position) {
                file.seek(offset);
                in = new java.io.DataInputStream(
                        new BufferedInputStream(java.nio.channels.Channels.newInputStream(file.getChannel()), 1 << 14));
            }
            byte[] record = in.readNBytes(in.readInt());
            position = offset + Integer.BYTES + record.length;
            return record;
        }
    }
}
