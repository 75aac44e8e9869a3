/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.descriptors.internal.tree;

import io.telamon.model.descriptor.FindingPlace;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 and JSON (which is YAML 1.2 but for tabs) into a tree with positions. Refuses what
 * a descriptor never needs: custom tags, doubled keys, several documents, masses of aliases, depth
 * and size without end.
 */
public final class TextDocuments {
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setCodePointLimit(16 << 20).build();

    private TextDocuments() {}

    /**
     * Reads one document.
     *
     * @param file path used in findings
     * @param bytes the content
     * @param findings where problems go
     * @return the document, absent when it cannot be read or is empty
     */
    public static Optional<DocNode> read(String file, byte[] bytes, Findings findings) {
        try {
            String text = decode(bytes);
            boolean json = json(text);
            String clean = json && text.indexOf('\t') >= 0 ? withoutTabs(text) : text;
            var events = new Parse(SETTINGS).parseString(clean).iterator();
            return new TreeBuilder(events, Origin.document(file, findings), json).document();
        } catch (Refused refused) {
            findings.error(
                    refused.code(), refused.place(file), refused.getMessage(), refused.hint());
        } catch (MarkedYamlEngineException wrong) {
            String message = wrong.getContext() == null ? "" : wrong.getContext() + ": ";
            message += String.valueOf(wrong.getProblem());
            var place = wrong.getProblemMark().map(m -> place(file, m));
            findings.error("SYNTAX", place.orElse(FindingPlace.ofFile(file)), message, "");
        } catch (YamlEngineException wrong) {
            var place = FindingPlace.ofFile(file);
            findings.error("SYNTAX", place, Scalars.shown(wrong.getMessage()), "");
        } catch (CharacterCodingException wrong) {
            var place = FindingPlace.ofFile(file);
            findings.error("ENCODING", place, file + " is not UTF-8 text", "Save it as UTF-8");
        }
        return Optional.empty();
    }

    private static FindingPlace place(String file, Mark mark) {
        return new FindingPlace(file, mark.getLine() + 1, mark.getColumn() + 1, "");
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        String text = decoder.decode(ByteBuffer.wrap(bytes)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static boolean json(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first < text.length() && "{[".indexOf(text.charAt(first)) >= 0;
    }

    /** Blanks tabs outside of strings, in JSON only: there they are spaces, in YAML a fault. */
    private static String withoutTabs(String text) {
        var result = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                result.append(c);
                i++;
                c = text.charAt(i);
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '\t' && !quoted) {
                c = ' ';
            }
            result.append(c);
        }
        return result.toString();
    }
}
