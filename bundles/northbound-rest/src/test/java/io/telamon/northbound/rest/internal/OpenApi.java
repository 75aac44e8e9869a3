/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.telamon.northbound.rest.internal.http.ProblemDetails;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** Writes the description of this door from its resource classes; the same text at each run. */
final class OpenApi {
    private static final String PROBLEM = "#/components/schemas/ProblemDetails";

    private OpenApi() {}

    static String generate() throws JsonProcessingException {
        ModelConverters.getInstance().addConverter(new PlainTexts());
        Set<Class<?>> types = new LinkedHashSet<>();
        Resources.all(new Facades()).forEach(resource -> types.add(resource.getClass()));
        OpenAPI api = new Reader(new OpenAPI()).read(types);
        ModelConverters.getInstance()
                .read(ProblemDetails.class)
                .forEach(api.getComponents()::addSchemas);
        ModelConverters.getInstance()
                .readAll(ProblemDetails.class)
                .forEach(api.getComponents()::addSchemas);
        api.setTags(null);
        api.info(
                new Info()
                        .title("Telamon")
                        .version("1")
                        .description(
                                "SOL005 2.6.1 (nsd, vnfpkgm, nslcm) and Telamon's own API. Sign in"
                                        + " at POST /api/v1/tokens; the header Tenant chooses"
                                        + " another tenant. Lists take filter, fields,"
                                        + " exclude_fields, all_fields, exclude_default,"
                                        + " nextpage_opaque_marker and page_size."));
        api.path("/api/v1/events", events());
        Paths sorted = new Paths();
        new TreeMap<>(api.getPaths()).forEach((path, item) -> sorted.put(path, finish(path, item)));
        api.setPaths(sorted);
        Components components = api.getComponents();
        components.setSchemas(new TreeMap<>(components.getSchemas()));
        components.addSecuritySchemes(
                "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        components.addSecuritySchemes(
                "password", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
        api.addSecurityItem(new SecurityRequirement().addList("token"));
        api.addSecurityItem(new SecurityRequirement().addList("password"));
        return Json.mapper()
                        .copy()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsString(api)
                + "\n";
    }

    private static PathItem finish(String path, PathItem item) {
        item.readOperationsMap()
                .forEach(
                        (method, operation) -> {
                            String words = path.replaceAll("[^A-Za-z0-9]+", "_");
                            operation.setOperationId(
                                    method.name().toLowerCase(Locale.ROOT)
                                            + words.replaceAll("_$", ""));
                            Content content =
                                    new Content()
                                            .addMediaType(
                                                    ProblemDetails.MEDIA_TYPE,
                                                    new MediaType()
                                                            .schema(new Schema<>().$ref(PROBLEM)));
                            if (operation.getResponses() == null) {
                                operation.setResponses(new ApiResponses());
                            }
                            operation
                                    .getResponses()
                                    .forEach(
                                            (code, one) -> {
                                                if (one.getDescription() == null) {
                                                    one.setDescription("done");
                                                }
                                            });
                            operation
                                    .getResponses()
                                    .addApiResponse(
                                            "4XX",
                                            new ApiResponse()
                                                    .description("refused")
                                                    .content(content));
                        });
        return item;
    }

    private static PathItem events() {
        Operation get = new Operation().addTagsItem("events").summary("Follow the journal (SSE)");
        get.addParametersItem(
                new Parameter().in("header").name("Last-Event-ID").schema(new StringSchema()));
        get.addParametersItem(new Parameter().in("query").name("after").schema(new StringSchema()));
        get.addParametersItem(new Parameter().in("query").name("kind").schema(new StringSchema()));
        get.addParametersItem(new Parameter().in("query").name("id").schema(new StringSchema()));
        Content stream =
                new Content()
                        .addMediaType(
                                "text/event-stream", new MediaType().schema(new StringSchema()));
        get.responses(
                new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description("events").content(stream)));
        return new PathItem().get(get);
    }

    /** Ids and durations are texts; trees of any shape are objects. */
    private static final class PlainTexts implements ModelConverter {
        @Override
        public Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            JavaType java = Json.mapper().constructType(type.getType());
            if (java != null) {
                Class<?> raw = java.getRawClass();
                boolean id =
                        raw.getName().startsWith("io.telamon.model.")
                                && raw.getSimpleName().endsWith("Id");
                if (id || raw == Duration.class) {
                    return new StringSchema();
                }
                if (raw == JsonNode.class) {
                    return new ObjectSchema();
                }
            }
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
    }
}
