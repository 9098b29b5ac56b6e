package org.w3id.materia.terminology.release;

import java.util.Arrays;

/** Gives each number of a sparse set its place in the order in which they came: a hash table without objects. */
final class NumberIndex {
    private static final int FREE = -1;

    private long[] numbers = new long[1 << 10];
    private int[] slots = emptySlots(1 << 12);
    private int size;
    private boolean wasNew;

    /** The place of a number, which is added where it is not there. */
    int add(long number) {
        int slot = slot(number);
        wasNew = slots[slot] == FREE;
        if (!wasNew) {
            return slots[slot];
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size] = number;
        slots[slot] = size++;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** Whether the number added last was not there before. */
    boolean wasNew() {
        return wasNew;
    }

    /** The place of a number; negative where it is not there. */
    int find(long number) {
        return slots[slot(number)];
    }

    int size() {
        return size;
    }

    long[] all() {
        return Arrays.copyOf(numbers, size);
    }

    private void grow() {
        slots = emptySlots(slots.length * 2);
        for (int i = 0; i < size; i++) {
            slots[slot(numbers[i])] = i;
        }
    }

    private int slot(long number) {
        int mask = slots.length - 1;
        long mixed = number * 0x9E3779B97F4A7C15L; // the golden ratio's bits spread identifiers that end alike
        int slot = (int) (mixed >>> 40) & mask;
        while (slots[slot] != FREE && numbers[slots[slot]] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
