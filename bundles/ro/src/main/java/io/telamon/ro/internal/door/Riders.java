/* Licensed under the Apache License, Version 2.0; see LICENSE. */
package io.telamon.ro.internal.door;

import io.telamon.errors.ErrorCode;
import io.telamon.errors.TelamonException;
import io.telamon.model.LaneId;
import io.telamon.model.LaneKind;
import io.telamon.model.instance.Account;
import io.telamon.model.security.Caller;
import io.telamon.ro.internal.port.Plugins;
import io.telamon.sdn.spi.SdnDriver;
import io.telamon.store.api.UnitOfWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * SDN accounts that ride on VIM accounts. What one names is looked up when it is written and kept
 * as id, so that it outlives a new name; a VIM account that is ridden on stays and keeps its type.
 */
final class Riders {
    private final Plugins plugins;

    Riders(Plugins plugins) {
        this.plugins = plugins;
    }

    /**
     * The account with the id of the VIM account it names.
     *
     * @throws TelamonException INVALID_ARGUMENT when the account's tenant has no such VIM account
     *     or its type is another one
     */
    Account resolved(UnitOfWork work, Caller caller, Account account) {
        Optional<String> name = account.vimAccount();
        if (name.isEmpty()) {
            return account;
        }
        AccountAccess.require(caller, LaneKind.VIM, "read");
        Account vim =
                work.accounts()
                        .find(new LaneId(LaneKind.VIM, name.get()))
                        .filter(found -> found.tenant().equals(account.tenant()))
                        .or(() -> named(work, account, name.get()))
                        .orElseThrow(
                                () ->
                                        new TelamonException(
                                                ErrorCode.INVALID_ARGUMENT,
                                                "%s of %s names %s, and its tenant has no such VIM"
                                                        + " account; vim:list shows what there is",
                                                Account.VIM_ACCOUNT,
                                                account.name(),
                                                name.get()));
        checkType(account, vim);
        Map<String, String> settings = new HashMap<>(account.settings());
        settings.put(Account.VIM_ACCOUNT, vim.lane().id());
        return account.withSettings(settings);
    }

    private static Optional<Account> named(UnitOfWork work, Account account, String name) {
        return work.accounts().findByName(account.tenant(), LaneKind.VIM, name);
    }

    private void checkType(Account account, Account vim) {
        Optional<String> needed = plugins.sdn(account.type()).flatMap(SdnDriver::vimType);
        if (needed.isPresent() && !needed.get().equals(vim.type())) {
            throw new TelamonException(
                    ErrorCode.INVALID_ARGUMENT,
                    "An account of type %s rides on VIM accounts of type %s; %s is of type %s",
                    account.type(),
                    needed.get(),
                    vim.name(),
                    vim.type());
        }
    }

    /** Refuses to remove or to turn into another type what SDN accounts ride on. */
    void guard(UnitOfWork work, Account account, String what) {
        List<String> riders =
                work.accounts().list(account.tenant(), LaneKind.SDN).stream()
                        .filter(rider -> rider.vimAccount().filter(isOf(account)).isPresent())
                        .map(Account::name)
                        .toList();
        if (account.lane().kind() == LaneKind.VIM && !riders.isEmpty()) {
            throw new TelamonException(
                    ErrorCode.IN_USE,
                    "Account %s cannot %s: the SDN account %s rides on it; remove that first",
                    account.name(),
                    what,
                    String.join(", ", riders));
        }
    }

    private static Predicate<String> isOf(Account vim) {
        return id -> id.equals(vim.lane().id());
    }
}
