/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.simulator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template names, read line by line: sections at the margin, their entries two blanks in.
 *
 * @param servers names of servers
 * @param outputs names of outputs
 */
record TemplateOutline(List<String> servers, List<String> outputs) {
    private static final Pattern SECTION = Pattern.compile("(\\w+):.*");
    private static final Pattern ENTRY = Pattern.compile("  ([\\w-]+):.*");

    static TemplateOutline of(String template) {
        List<String> servers = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        String section = "";
        String entry = "";
        for (String line : template.lines().toList()) {
            Matcher begins = SECTION.matcher(line);
            Matcher named = ENTRY.matcher(line);
            section = begins.matches() ? begins.group(1) : section;
            entry = named.matches() ? named.group(1) : entry;
            if (section.equals("outputs") && named.matches()) {
                outputs.add(entry);
            }
            if (section.equals("resources") && line.contains("OS::Nova::Server")) {
                servers.add(entry);
            }
        }
        return new TemplateOutline(servers, outputs);
    }
}
