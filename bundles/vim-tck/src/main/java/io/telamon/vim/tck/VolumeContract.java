/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.vim.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.telamon.errors.ErrorCode;
import io.telamon.model.resource.BlockVolumeSpec;
import io.telamon.model.resource.Handle;
import io.telamon.model.resource.ResourceState;
import io.telamon.model.resource.ServerSpec;
import io.telamon.model.resource.Value;
import io.telamon.vim.spi.VimAbility;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Disks that outlive servers. */
public interface VolumeContract extends VimContract {
    /** Volumes go after their server. */
    @Test
    default void aServerHasItsVolumesOrVolumesAreRefused() {
        Stage stage = stage();
        ServerSpec plain = stage.server("stored").spec();
        if (!session().abilities().contains(VimAbility.VOLUME)) {
            ServerSpec spec =
                    plain.with(List.of(new ServerSpec.Disk(Value.of("any-volume"), false)));
            assertThatThrownBy(() -> stage.operator(ServerSpec.class).create(spec, Trial.token()))
                    .satisfies(error -> Expect.code(error, ErrorCode.UNSUPPORTED));
            return;
        }
        Trial<BlockVolumeSpec> data = stage.volume("data", 1);
        Handle first = new Handle(stage.bootVolume("root").active().handle());
        Handle second = new Handle(data.active().handle());
        ServerSpec spec =
                new ServerSpec(
                                plain.name(),
                                Value.of(""),
                                plain.flavor(),
                                plain.interfaces(),
                                "",
                                plain.group(),
                                plain.day0())
                        .with(List.of(disk(first, true), disk(second, false)));
        Trial<ServerSpec> server =
                new Trial<>(stage.operator(ServerSpec.class), spec, vim().pause());
        Handle user = new Handle(server.active().handle());

        assertThatThrownBy(() -> data.operator().delete(second))
                .satisfies(error -> Expect.code(error, ErrorCode.VIM_REJECTED));
        server.gone(user);
        data.gone(second);

        assertThat(data.operator().observe(first).state()).isEqualTo(ResourceState.ACTIVE);
    }

    private static ServerSpec.Disk disk(Handle volume, boolean boots) {
        return new ServerSpec.Disk(Value.of(volume.value()), boots);
    }

    /** More room, the same content. */
    @Test
    default void aVolumeGrowsInPlace() {
        assumeTrue(session().abilities().contains(VimAbility.VOLUME), "this cloud has no volumes");
        Stage stage = stage();
        Trial<BlockVolumeSpec> trial = stage.volume("grows", 1);
        Handle handle = new Handle(trial.active().handle());
        BlockVolumeSpec larger = stage.volume("grows", 2).spec();

        trial.operator().update(handle, trial.spec(), larger);
        trial.until(handle, ResourceState.ACTIVE);
        trial.operator().update(handle, larger, larger);

        assertThat(trial.until(handle, ResourceState.ACTIVE).attributes())
                .containsEntry("size-gb", "2");
    }
}
