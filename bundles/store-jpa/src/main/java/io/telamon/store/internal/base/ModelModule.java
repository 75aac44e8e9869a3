/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.store.internal.base;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.telamon.model.NsInstanceId;
import io.telamon.model.PackageId;
import io.telamon.model.SdnAccountId;
import io.telamon.model.TenantId;
import io.telamon.model.VimAccountId;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.ChainSpec;
import io.telamon.model.resource.FlavorSpec;
import io.telamon.model.resource.FloatingAddressSpec;
import io.telamon.model.resource.ImageSpec;
import io.telamon.model.resource.NetworkSpec;
import io.telamon.model.resource.ResourceSpec;
import io.telamon.model.resource.RouterSpec;
import io.telamon.model.resource.SecurityGroupSpec;
import io.telamon.model.resource.ServerGroupSpec;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.StackSpec;

/** How model records look in JSON; kept here so that the model knows nothing of JSON. */
final class ModelModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    ModelModule() {
        super("telamon-model");
        setMixInAnnotation(ResourceSpec.class, Spec.class);
        setMixInAnnotation(TenantId.class, Id.class);
        setMixInAnnotation(PackageId.class, Id.class);
        setMixInAnnotation(NsInstanceId.class, Id.class);
        setMixInAnnotation(VimAccountId.class, Id.class);
        setMixInAnnotation(SdnAccountId.class, Id.class);
    }

    /** The member of the family is told by its kind, in the words of {@code ResourceSpec.kind}. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ImageSpec.class, name = "image"),
        @JsonSubTypes.Type(value = FlavorSpec.class, name = "flavor"),
        @JsonSubTypes.Type(value = NetworkSpec.class, name = "network"),
        @JsonSubTypes.Type(value = SecurityGroupSpec.class, name = "security-group"),
        @JsonSubTypes.Type(value = RouterSpec.class, name = "router"),
        @JsonSubTypes.Type(value = FloatingAddressSpec.class, name = "floating-address"),
        @JsonSubTypes.Type(value = BlockVolumeSpec.class, name = "volume"),
        @JsonSubTypes.Type(value = StackSpec.class, name = "stack"),
        @JsonSubTypes.Type(value = ServerGroupSpec.class, name = "server-group"),
        @JsonSubTypes.Type(value = ServerSpec.class, name = "server"),
        @JsonSubTypes.Type(value = ChainSpec.class, name = "chain")
    })
    private interface Spec {}

    /** A typed id is its text. */
    private abstract static class Id {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Id(String value) {}

        @JsonValue
        abstract String value();
    }
}
