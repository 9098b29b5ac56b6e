package org.w3id.materia.cli;

/** The command line. */
public final class Materia {
    private Materia() {}

    public static void main(String[] args) {
        System.out.println("materia");
    }
}
