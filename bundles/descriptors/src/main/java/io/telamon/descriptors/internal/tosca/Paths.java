/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tosca;

import java.util.ArrayDeque;

/** Resolves paths inside a package. */
final class Paths {
    private Paths() {}

    /** Returns the path of a file named in another; a leading {@code ..} too many is dropped. */
    static String resolve(String from, String file) {
        var parts = new ArrayDeque<String>();
        int slash = from.lastIndexOf('/');
        String start = slash < 0 ? "" : from.substring(0, slash);
        for (String part : (start + "/" + file).split("/")) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
