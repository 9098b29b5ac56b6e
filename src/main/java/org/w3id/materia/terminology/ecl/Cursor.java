package org.w3id.materia.terminology.ecl;

/** A place in an expression, which moves on as parts are taken; blanks and comments before a part are left out. */
final class Cursor {
    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int position() throws UnusableConstraintException {
        skipBlanks();
        return at;
    }

    boolean isAtEnd() throws UnusableConstraintException {
        return position() == text.length();
    }

    boolean sees(String symbol) throws UnusableConstraintException {
        return text.startsWith(symbol, position());
    }

    /** Takes a symbol; false where it is not there. */
    boolean take(String symbol) throws UnusableConstraintException {
        boolean there = sees(symbol);
        at += there ? symbol.length() : 0;
        return there;
    }

    void require(String symbol) throws UnusableConstraintException {
        if (!take(symbol)) {
            throw refused("'" + symbol + "' is missing");
        }
    }

    /** Takes a word of letters, in any case; false where it is not there as a whole. */
    boolean takeWord(String word) throws UnusableConstraintException {
        int end = position() + word.length();
        boolean there = text.regionMatches(true, at, word, 0, word.length())
                && (end >= text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        at += there ? word.length() : 0;
        return there;
    }

    /** Takes digits; empty where there are none. */
    String digits() throws UnusableConstraintException {
        int start = position();
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return text.substring(start, at);
    }

    /** Takes a point and digits behind it; empty where they are not there. */
    String takeFraction() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (at < text.length() && text.charAt(at) == '.' && end > at + 1) {
            String fraction = text.substring(at, end);
            at = end;
            return fraction;
        }
        return "";
    }

    /** Whether behind the parenthesis that opens here, and the one that closes it, a comparison stands. */
    boolean isNameInParentheses() throws UnusableConstraintException {
        int start = position();
        int open = 0;
        boolean term = false;
        do {
            if (at >= text.length()) {
                at = start;
                throw refused("A parenthesis is not closed");
            }
            char c = text.charAt(at++);
            term ^= c == '|';
            open += term ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        } while (open > 0);
        boolean compared = sees("=") || sees("!=") || sees("<") || sees(">");
        at = start;
        return compared;
    }

    /** Takes all up to and with a character. */
    String upTo(char end) throws UnusableConstraintException {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw refused("'" + end + "' is missing at the end");
        }
        String taken = text.substring(at, found);
        at = found + 1;
        return taken;
    }

    UnusableConstraintException refused(String reason) throws UnusableConstraintException {
        String next = isAtEnd() ? "the end" : "'" + text.substring(at, Math.min(text.length(), at + 12)) + "'";
        return new UnusableConstraintException(reason + " before " + next, at);
    }

    private void skipBlanks() throws UnusableConstraintException {
        while (at < text.length()) {
            if (" \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw new UnusableConstraintException("A comment is not closed", at);
                }
                at = end + 2;
            } else {
                return;
            }
        }
    }
}
