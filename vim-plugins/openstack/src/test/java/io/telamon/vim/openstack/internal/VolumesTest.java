/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.openstack.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.RequestToken;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.Created;
import io.telamon.vim.spi.Observation;
import io.telamon.vim.spi.ResourceOperator;
import io.telamon.vim.spi.VimSession;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Volumes against recorded exchanges with cinder. */
class VolumesTest {
    private static final RequestToken TOKEN = new RequestToken("tm-1");
    private static final Handle VOLUME = new Handle("v-1");
    private static final BlockVolumeSpec SPEC =
            new BlockVolumeSpec("disk", 5, Value.of("img-1"), "zone-1");

    private static void in(String story, Consumer<VimSession> body) {
        try (RecordedCloud cloud = RecordedCloud.play("volumes.json", story);
                VimSession session = cloud.open()) {
            body.accept(session);
            assertThat(cloud.surprises()).isEmpty();
        }
    }

    private static ResourceOperator<BlockVolumeSpec> volumes(VimSession session) {
        return session.operator(BlockVolumeSpec.class).orElseThrow();
    }

    @Test
    void aVolumeIsMadeWithItsTokenAndFoundByIt() {
        in(
                "made",
                session -> {
                    ResourceOperator<BlockVolumeSpec> volumes = volumes(session);

                    Created made = volumes.create(SPEC, TOKEN);

                    assertThat(made).isInstanceOf(Created.Accepted.class);
                    assertThat(made.observation().state()).isEqualTo(ResourceState.BUILDING);
                    assertThat(volumes.observe(VOLUME).state()).isEqualTo(ResourceState.BUILDING);
                    assertThat(volumes.observe(VOLUME).state()).isEqualTo(ResourceState.ACTIVE);
                    assertThat(volumes.find(TOKEN).map(Observation::handle)).contains("v-1");
                });
    }

    @Test
    void onlyOursAreListedWithWhereTheyAre() {
        in(
                "listed",
                session -> {
                    List<Observation> all = volumes(session).list().toList();

                    assertThat(all).extracting(Observation::token).containsExactly("tm-1", "tm-2");
                    assertThat(all.get(0).attributes())
                            .containsEntry("server", "s-1")
                            .containsEntry("device", "/dev/vda")
                            .containsEntry("size-gb", "5");
                    assertThat(all.get(1).state()).isEqualTo(ResourceState.ERROR);
                    assertThat(all.get(1).fault()).contains("error_deleting");
                });
    }

    @Test
    void aVolumeGrowsWhileInUse() {
        in(
                "grown",
                session -> {
                    BlockVolumeSpec larger =
                            new BlockVolumeSpec("disk", 9, SPEC.image(), SPEC.zone());

                    Observation seen = volumes(session).update(VOLUME, SPEC, larger);

                    assertThat(seen.state()).isEqualTo(ResourceState.BUILDING);
                    assertThat(volumes(session).observe(VOLUME).attributes())
                            .containsEntry("size-gb", "9");
                });
    }

    @Test
    void aVolumeOnItsWayFromAServerIsDeletedAgain() {
        in(
                "deleted",
                session -> {
                    ResourceOperator<BlockVolumeSpec> volumes = volumes(session);

                    TelamonException error =
                            catchThrowableOfType(
                                    () -> volumes.delete(VOLUME), TelamonException.class);
                    volumes.delete(VOLUME);

                    assertThat(error.code()).isEqualTo(ErrorCode.VIM_UNAVAILABLE);
                    assertThat(error).hasMessageContaining("status detaching");
                    assertThat(volumes.observe(VOLUME).state()).isEqualTo(ResourceState.DELETING);
                    assertThat(volumes.observe(VOLUME).state()).isEqualTo(ResourceState.MISSING);
                    volumes.delete(VOLUME);
                });
    }

    @Test
    void aVolumeInUseIsNotDeleted() {
        in(
                "in use",
                session -> {
                    TelamonException error =
                            catchThrowableOfType(
                                    () -> volumes(session).delete(VOLUME), TelamonException.class);

                    assertThat(error.code()).isEqualTo(ErrorCode.VIM_REJECTED);
                });
    }

    @Test
    void anExceededQuotaIsToldInCindersWords() {
        in(
                "too large",
                session -> {
                    TelamonException error =
                            catchThrowableOfType(
                                    () -> volumes(session).create(SPEC, TOKEN),
                                    TelamonException.class);

                    assertThat(error.code()).isEqualTo(ErrorCode.VIM_QUOTA);
                    assertThat(error).hasMessageContaining("3 GB left");
                });
    }

    @Test
    void aServerBootsFromItsFirstVolume() {
        ServerSpec spec = server("").with(List.of(disk("v-1", true), disk("v-2", false)));

        in(
                "booted",
                session ->
                        assertThat(
                                        session.operator(ServerSpec.class)
                                                .orElseThrow()
                                                .create(spec, TOKEN)
                                                .observation()
                                                .handle())
                                .isEqualTo("s-1"));
    }

    @Test
    void besideVolumesTheImageIsADiskOfItsOwn() {
        ServerSpec spec = server("img-1").with(List.of(disk("v-2", false)));

        JsonNode devices =
                Servers.body(spec, TOKEN, List.of()).at("/server/block_device_mapping_v2");

        assertThat(devices.get(0).toString())
                .isEqualTo(
                        "{\"uuid\":\"img-1\",\"source_type\":\"image\",\"destination_type\":\"local\","
                                + "\"boot_index\":0,\"delete_on_termination\":true}");
        assertThat(devices.get(1).path("boot_index").asInt()).isEqualTo(-1);
    }

    private static ServerSpec.Disk disk(String volume, boolean boots) {
        return new ServerSpec.Disk(Value.of(volume), boots);
    }

    private static ServerSpec server(String image) {
        return new ServerSpec(
                "web",
                Value.of(image),
                Value.of("f-1"),
                List.of(),
                "",
                Value.of(""),
                ServerSpec.Day0.none());
    }
}
