/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.openstack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What keystone is told to get a token. The library knows no application credentials. */
final class Credential {
    private final AccountSettings settings;
    private final String secret;

    Credential(AccountSettings settings, String secret) {
        this.settings = settings;
        this.secret = secret;
    }

    /** Body of {@code POST /auth/tokens}. */
    ObjectNode request() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ObjectNode auth = root.putObject("auth");
        ObjectNode identity = auth.putObject("identity");
        switch (settings.text("auth")) {
            case "token" -> {
                identity.putArray("methods").add("token");
                identity.putObject("token").put("id", secret);
                scope(auth);
            }
            case "application-credential" -> {
                identity.putArray("methods").add("application_credential");
                identity.putObject("application_credential")
                        .put("id", settings.text("user"))
                        .put("secret", secret);
            }
            default -> {
                identity.putArray("methods").add("password");
                ObjectNode user = identity.putObject("password").putObject("user");
                user.put("name", settings.text("user")).put("password", secret);
                user.putObject("domain").put("name", settings.text("user-domain"));
                scope(auth);
            }
        }
        return root;
    }

    private void scope(ObjectNode auth) {
        ObjectNode project = auth.putObject("scope").putObject("project");
        project.put("name", settings.text("project"));
        project.putObject("domain").put("name", settings.text("project-domain"));
    }

    /** Takes the secret out of a text. */
    String redact(String text) {
        return secret == null || secret.isEmpty() ? text : text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "Credential[" + settings.text("auth") + "]";
    }
}
