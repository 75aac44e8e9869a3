/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.edge.relay.policy;

import java.util.Arrays;

/** Slots in the order of a key, smallest first; among equals the smaller slot. */
public final class IndexedHeap {
    private int[] heap = new int[8];
    private int[] position = new int[0];
    private double[] keys = new double[0];
    private int size;

    /** How many slots are in. */
    public int size() {
        return size;
    }

    /** Whether the slot is in. */
    public boolean has(int slot) {
        return slot < position.length && position[slot] >= 0;
    }

    /** The slot with the smallest key, -1 when there is none. */
    public int top() {
        return size == 0 ? -1 : heap[0];
    }

    /** The smallest key; infinite when there is none. */
    public double topKey() {
        return size == 0 ? Double.POSITIVE_INFINITY : keys[heap[0]];
    }

    /** The key of a slot that is in. */
    public double key(int slot) {
        return keys[slot];
    }

    /** Puts a slot in or gives it another key. */
    public void put(int slot, double key) {
        if (slot >= position.length) {
            int room = Math.max(8, Math.max(slot + 1, position.length * 2));
            int old = position.length;
            position = Arrays.copyOf(position, room);
            Arrays.fill(position, old, room, -1);
            keys = Arrays.copyOf(keys, room);
        }
        keys[slot] = key;
        if (position[slot] < 0) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, size * 2);
            }
            position[slot] = size;
            heap[size++] = slot;
        }
        down(up(position[slot]));
    }

    /** Takes a slot out; nothing happens when it is not in. */
    public void remove(int slot) {
        if (!has(slot)) {
            return;
        }
        int hole = position[slot];
        position[slot] = -1;
        int last = heap[--size];
        if (last != slot) {
            heap[hole] = last;
            position[last] = hole;
            down(up(hole));
        }
    }

    private boolean before(int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && a < b);
    }

    private int up(int from) {
        int at = from;
        while (at > 0 && before(heap[at], heap[(at - 1) / 2])) {
            at = swap(at, (at - 1) / 2);
        }
        return at;
    }

    private void down(int from) {
        int at = from;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], heap[at])) {
                return;
            }
            at = swap(at, child);
        }
    }

    private int swap(int a, int b) {
        int slot = heap[a];
        heap[a] = heap[b];
        heap[b] = slot;
        position[heap[a]] = a;
        position[heap[b]] = b;
        return b;
    }
}
