package org.w3id.materia.search;

/**
 * One search that the index and the oracle must answer alike.
 *
 * @param combination parameter, and the form of its value or its modifier: {@code Medication.code :not}
 * @param name the parameter as in a request
 */
record SearchCase(String type, String combination, String name, String value) {
    @Override
    public String toString() {
        return type + "?" + name + "=" + value;
    }
}
