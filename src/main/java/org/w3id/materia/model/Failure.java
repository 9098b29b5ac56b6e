package org.w3id.materia.model;

import java.util.Objects;

/**
 * A request that cannot be answered, with the kind of reason. Inner code throws it and knows nothing of HTTP; one place
 * in {@code server} maps the category to a status. Whatever else is thrown counts as a fault of our own.
 */
public final class Failure extends RuntimeException {
    /** Why a request cannot be answered. */
    public enum Category {
        /** The request is not well-formed, or names something that does not exist in its place. */
        INVALID,
        /** The request is right, and this server does not do it. */
        NOT_SUPPORTED,
        /** What the request is about does not exist. */
        NOT_FOUND,
        /** What the request is about existed and is no longer kept. */
        GONE,
        /** The resource existed and was removed. */
        DELETED,
        /** The answer would be larger, or take longer, than this server allows. */
        TOO_COSTLY,
        /** The request is right, and this server has too much to do or nothing yet to answer it with; later it will. */
        BUSY,
        /** The request is right, and what this server needs to answer it cannot be reached; later it may be. */
        UNAVAILABLE
    }

    private static final long serialVersionUID = 1L;

    private final Category category;

    /**
     * @param message one or two sentences for the person who wrote the request: what is wrong and what would be right
     */
    public Failure(Category category, String message) {
        super(message);
        this.category = Objects.requireNonNull(category, "category");
    }

    /** @param message what is wrong with the request, and what would be right */
    public static Failure invalid(String message) {
        return new Failure(Category.INVALID, message);
    }

    /** @param message what this server does not do, and what it does instead */
    public static Failure notSupported(String message) {
        return new Failure(Category.NOT_SUPPORTED, message);
    }

    /** @param message what does not exist, by the name that the request has for it */
    public static Failure notFound(String message) {
        return new Failure(Category.NOT_FOUND, message);
    }

    /** @param message what is no longer kept, and how to begin again */
    public static Failure gone(String message) {
        return new Failure(Category.GONE, message);
    }

    /** @param message which resource was removed */
    public static Failure deleted(String message) {
        return new Failure(Category.DELETED, message);
    }

    /** @param message which limit was met, and how to ask for less */
    public static Failure tooCostly(String message) {
        return new Failure(Category.TOO_COSTLY, message);
    }

    /** @param message what there is too much of at the moment */
    public static Failure busy(String message) {
        return new Failure(Category.BUSY, message);
    }

    /** @param message what does not answer at the moment, and that another try may succeed */
    public static Failure unavailable(String message) {
        return new Failure(Category.UNAVAILABLE, message);
    }

    public Category category() {
        return category;
    }
}
