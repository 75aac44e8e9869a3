/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telamon.errors.TelamonException;
import io.telamon.testkit.memory.InMemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeSealerTest {
    @TempDir Path home;
    private final InMemoryStore store = new InMemoryStore();

    @Test
    void opensWhatItSealedAlsoAfterARestart() {
        String sealed = node().seal("s3cret", "account one");

        assertThat(sealed).startsWith("t1:").doesNotContain("s3cret");
        assertThat(node().unseal(sealed, "account one")).isEqualTo("s3cret");
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        NodeSealer node = node();

        assertThat(node.seal("s3cret", "a")).isNotEqualTo(node.seal("s3cret", "a"));
    }

    @Test
    void refusesSealedTextInAnotherPlaceOrChanged() {
        NodeSealer node = node();
        String sealed = node.seal("s3cret", "account one");
        int middle = sealed.length() - 10;
        char other = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        String changed = sealed.substring(0, middle) + other + sealed.substring(middle + 1);

        refused("belongs to something else", () -> node.unseal(sealed, "account two"));
        refused("was changed", () -> node.unseal(changed, "account one"));
        refused("not sealed text", () -> node.unseal("plain", "account one"));
        refused("was changed", () -> node.unseal(sealed.substring(0, 30), "account one"));
    }

    @Test
    void generatedKeyIsReadableByItsOwnerOnly() throws IOException {
        node();

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("master-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nodeWithAnotherKeyRefusesToStart() {
        node();
        String another = Base64.getEncoder().encodeToString(MasterKey.random());

        refused(
                "not the one this database was sealed with",
                () -> node(Map.of(MasterKey.VARIABLE, another)));
    }

    @Test
    void nodeThatLostItsKeyRefusesToMakeAnother() throws IOException {
        node();
        Files.delete(home.resolve("master-key"));

        refused("is missing", this::node);
        assertThat(home.resolve("master-key")).doesNotExist();
    }

    @Test
    void keyFromAFileOrAVariableIsTheSameKey() throws IOException {
        byte[] key = MasterKey.random();
        Path raw = Files.write(home.resolve("raw"), key);
        String text = Base64.getEncoder().encodeToString(key);
        Path encoded = Files.writeString(home.resolve("encoded"), text + "\n");
        String sealed = node(Map.of(MasterKey.VARIABLE, text)).seal("s3cret", "x");

        for (Path file : new Path[] {raw, encoded}) {
            NodeSealer node = node(Map.of(MasterKey.FILE_VARIABLE, file.toString()));
            assertThat(node.unseal(sealed, "x")).isEqualTo("s3cret");
        }
    }

    @Test
    void uselessKeyIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> node(Map.of(MasterKey.VARIABLE, "almost-a-secret")))
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("almost-a-secret")
                .hasNoCause();
        refused(
                "cannot be read",
                () -> node(Map.of(MasterKey.FILE_VARIABLE, home.resolve("none").toString())));
    }

    private NodeSealer node() {
        return node(Map.of());
    }

    private NodeSealer node(Map<String, String> environment) {
        return new NodeSealer(store, environment, home);
    }

    private static void refused(String part, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TelamonException.class).hasMessageContaining(part);
    }
}
