/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.shell.internal.user;

import io.telamon.northbound.api.UserFacade;
import io.telamon.shell.internal.base.ChangeCommand;
import io.telamon.shell.internal.base.CommandFailure;
import io.telamon.shell.internal.base.Exit;
import io.telamon.shell.internal.base.Questions;
import java.util.Arrays;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Changes one's own password; piped in, the old one is the first line. */
@Service
@Command(scope = "user", name = "passwd", description = "Change your password")
public final class UserPasswdCommand extends ChangeCommand {
    @Option(name = "--password-stdin", description = "Read the password from standard input")
    boolean pipes = false;

    @Override
    protected String change() throws Exception {
        char[] old = Questions.secret(session(), "old password", pipes);
        char[] next = Questions.secret(session(), "new password", pipes);
        if (!pipes
                && !Arrays.equals(next, Questions.secret(session(), "new password again", false))) {
            throw new CommandFailure(Exit.USAGE, "The two new passwords differ");
        }
        ask(
                UserFacade.class,
                (door, me) -> {
                    door.changePassword(me, old, next);
                    return null;
                });
        return "Password changed.";
    }
}
