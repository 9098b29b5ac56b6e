package org.w3id.materia.store.index;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Text as string search compares it (FHIR R4, 3.1.1.4.8): without case, accents and punctuation. {@code Co-Trimoxazole} and
 * {@code co trimoxazole} are the same, {@code Sézary} is {@code sezary}, {@code µg} is {@code μg}. The same for what is
 * indexed and for what is asked.
 */
public final class FoldedText {
    private static final int LONGEST_ASCII_FOLDING = 4;

    /** An index refuses terms above 32,766 bytes. */
    private static final int LONGEST_WORD = 256;

    private FoldedText() {}

    /** Words of letters, digits and per cent signs, in lower case, with one space between them. */
    public static String of(String text) {
        String plain = ofAscii(text);
        return plain == null ? ofAny(text) : plain;
    }

    /** Its words, in their order. */
    public static List<String> words(String text) {
        String folded = of(text);
        return folded.isEmpty() ? List.of() : Arrays.asList(folded.split(" ", -1));
    }

    /** The words of several texts, each once; without those of a length that nobody asks for. */
    public static Set<String> distinctWords(List<String> texts) {
        Set<String> distinct = new LinkedHashSet<>();
        for (String text : texts) {
            for (String word : words(text)) {
                if (word.length() <= LONGEST_WORD) {
                    distinct.add(word);
                }
            }
        }
        return distinct;
    }

    /** The same for most text there is, at a tenth of the cost; null where there is more than ASCII. */
    private static String ofAscii(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return null;
            }
            if (c >= 'A' && c <= 'Z') {
                folded[length++] = (char) (c + ('a' - 'A'));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '%') {
                folded[length++] = c;
            } else if (length > 0 && folded[length - 1] != ' ') {
                folded[length++] = ' ';
            }
        }
        return new String(folded, 0, length > 0 && folded[length - 1] == ' ' ? length - 1 : length);
    }

    private static String ofAny(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        decomposed.codePoints().forEach(c -> append(c, folded));
        if (folded.length() > 0 && folded.charAt(folded.length() - 1) == ' ') {
            folded.setLength(folded.length() - 1);
        }
        return ascii(folded);
    }

    private static void append(int c, StringBuilder folded) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return;
        }
        if (Character.isLetterOrDigit(c) || type == Character.COMBINING_SPACING_MARK || c == '%') {
            // Lower case by code point knows no final sigma, so the two sigmas are made one here.
            folded.appendCodePoint(c == 'ς' ? 'σ' : Character.toLowerCase(c));
        } else if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    /** Letters that do not decompose and still have a plain form: ß → ss, ø → o, ł → l. */
    private static String ascii(StringBuilder folded) {
        char[] in = folded.toString().toCharArray();
        char[] out = new char[in.length * LONGEST_ASCII_FOLDING];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
    }
}
