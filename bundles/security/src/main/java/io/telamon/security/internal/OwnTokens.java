/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.security.internal;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.TokenId;
import io.telamon.model.security.Caller;
import io.telamon.model.security.Token;
import io.telamon.model.security.User;
import io.telamon.northbound.api.UserFacade.NewToken;
import io.telamon.northbound.api.UserFacade.TokenView;
import io.telamon.store.api.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A user's API tokens, inside a transaction of the user facade. */
final class OwnTokens {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_LABEL = 100;

    private final Clock clock;

    OwnTokens(Clock clock) {
        this.clock = clock;
    }

    /** The stored user behind a caller. */
    static User self(UnitOfWork work, Caller caller) {
        return work.identities()
                .userByName(caller.user())
                .orElseThrow(
                        () ->
                                new TelamonException(
                                        ErrorCode.WRONG_STATE,
                                        "%s is not a stored user and has neither password nor"
                                                + " tokens; sign in as one",
                                        caller.user()));
    }

    NewToken create(UnitOfWork work, Caller caller, String label, Duration validity) {
        boolean lasts = !validity.isNegative() && !validity.isZero();
        if (!lasts || validity.compareTo(LONGEST) > 0) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A token is valid for up to %d days, not for %s",
                    LONGEST.toDays(),
                    validity);
        }
        if (label == null || label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A token needs a label of 1 to %d characters that says what it is for",
                    LONGEST_LABEL);
        }
        TokenText text = TokenText.create();
        Token token =
                new Token(
                        text.id(),
                        self(work, caller).id(),
                        caller.tenant(),
                        text.secretHash(),
                        label,
                        clock.instant().plus(validity).truncatedTo(ChronoUnit.MILLIS));
        work.identities().add(token);
        new Facts(work, clock, caller.user()).token(token, "TokenCreated", 1);
        return new NewToken(view(work, token), text.text());
    }

    List<TokenView> list(UnitOfWork work, Caller caller) {
        return work.identities().tokens(self(work, caller).id()).stream()
                .map(token -> view(work, token))
                .toList();
    }

    void revoke(UnitOfWork work, Caller caller, TokenId id) {
        Token token =
                work.identities()
                        .token(id)
                        .filter(found -> found.user().equals(self(work, caller).id()))
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.NOT_FOUND,
                                                "User %s has no token %s",
                                                caller.user(),
                                                id));
        work.identities().removeToken(id);
        new Facts(work, clock, caller.user()).token(token, "TokenRevoked", 2);
    }

    private static TokenView view(UnitOfWork work, Token token) {
        return new TokenView(
                token.id(), token.label(), Visible.nameOf(work, token.tenant()), token.expires());
    }
}
