/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.catalog.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.telamon.model.descriptor.Finding;
import io.telamon.model.descriptor.FindingPlace;
import io.telamon.model.descriptor.Severity;
import io.telamon.model.descriptor.ValidationReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes and reads the small JSON texts kept with a catalog entry. */
final class Documents {
    /** Name of the findings' text. */
    static final String REPORT = "report";

    /** Name of the user data's text. */
    static final String USER_DATA = "user-data";

    /** Name of the text with the descriptors a service refers to. */
    static final String REFERS_TO = "refers-to";

    private static final JsonFactory JSON = new JsonFactory();

    private Documents() {}

    static String write(ValidationReport report) {
        List<Map<String, String>> rows = report.findings().stream().map(Documents::row).toList();
        return text(
                json -> {
                    json.writeStartArray();
                    for (Map<String, String> row : rows) {
                        object(json, row);
                    }
                    json.writeEndArray();
                });
    }

    static String write(Map<String, String> data) {
        return text(json -> object(json, data));
    }

    static ValidationReport report(String text) {
        List<Finding> findings = new ArrayList<>();
        parse(
                text,
                parser -> {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        findings.add(finding(fields(parser)));
                    }
                });
        return new ValidationReport(findings);
    }

    static Map<String, String> map(String text) {
        Map<String, String> data = new LinkedHashMap<>();
        parse(text, parser -> data.putAll(fields(parser)));
        return data;
    }

    private static Map<String, String> row(Finding finding) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("severity", finding.severity().name());
        row.put("code", finding.code());
        row.put("file", finding.place().file());
        row.put("line", Integer.toString(finding.place().line()));
        row.put("column", Integer.toString(finding.place().column()));
        row.put("path", finding.place().path());
        row.put("message", finding.message());
        row.put("hint", finding.hint());
        return row;
    }

    private static Finding finding(Map<String, String> row) {
        FindingPlace place =
                new FindingPlace(
                        row.get("file"),
                        Integer.parseInt(row.get("line")),
                        Integer.parseInt(row.get("column")),
                        row.get("path"));
        return new Finding(
                Severity.valueOf(row.get("severity")),
                row.get("code"),
                place,
                row.get("message"),
                row.get("hint"));
    }

    private static void object(JsonGenerator json, Map<String, String> fields) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, parser.getText());
        }
        return fields;
    }

    private static String text(Writing writing) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static void parse(String text, Reading reading) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            reading.from(parser);
        } catch (IOException broken) {
            throw new UncheckedIOException("A stored catalog text cannot be read", broken);
        }
    }

    /** Writes one text. */
    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    /** Reads one text; the parser stands on its first token. */
    @FunctionalInterface
    private interface Reading {
        void from(JsonParser parser) throws IOException;
    }
}
