/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.northbound.rest.internal.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.telamon.model.LaneId;
import io.telamon.model.NsInstanceId;
import io.telamon.model.OperationId;
import io.telamon.model.PackageId;
import io.telamon.model.ResourceId;
import io.telamon.model.TaskId;
import io.telamon.model.TenantId;
import io.telamon.model.TokenId;
import io.telamon.model.UserId;
import io.telamon.model.VimAccountId;
import io.telamon.model.instance.Account;
import java.util.List;

/**
 * How this door writes and reads JSON: times as ISO text, ids as plain text, no nulls; unknown
 * fields and repeated keys of a request are errors.
 */
public final class Json {
    private static final List<Class<?>> IDS =
            List.of(
                    LaneId.class,
                    NsInstanceId.class,
                    OperationId.class,
                    PackageId.class,
                    ResourceId.class,
                    TaskId.class,
                    TenantId.class,
                    TokenId.class,
                    UserId.class,
                    VimAccountId.class);

    private Json() {}

    /** A mapper with these habits; thread-safe. */
    public static ObjectMapper mapper() {
        SimpleModule ids = new SimpleModule("ids");
        IDS.forEach(type -> ids.addSerializer(type, ToStringSerializer.instance));
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .addModule(ids)
                .addMixIn(Account.class, WithoutSecret.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(
                                JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .build();
    }

    /** An account is shown without its sealed secret. */
    @JsonIgnoreProperties("sealedSecret")
    private interface WithoutSecret {}
}
