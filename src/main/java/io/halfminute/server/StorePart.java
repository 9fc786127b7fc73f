package io.halfminute.server;

import io.halfminute.account.AccountLimits;
import io.halfminute.account.Accounts;
import io.halfminute.account.PasswordFolder;
import io.halfminute.account.User;
import io.halfminute.config.Configuration;
import io.halfminute.config.Role;
import io.halfminute.config.ServerConfig;
import io.halfminute.config.SessionConfig;
import io.halfminute.record.CallQueries;
import io.halfminute.store.AccountStore;
import io.halfminute.store.CallStore;
import io.halfminute.store.CallbackStore;
import io.halfminute.store.Database;
import io.halfminute.store.DrainLimits;
import io.halfminute.store.KeeperSettings;
import io.halfminute.store.LedgerStore;
import io.halfminute.store.OutboxLimits;
import io.halfminute.store.RecordKeeper;
import io.halfminute.store.TicketStore;
import io.halfminute.ticket.JoinPolicy;
import io.halfminute.ticket.PhoneNumbers;
import io.halfminute.ticket.TicketListener;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The database, ours or another's, and all that is kept in it. */
final class StorePart implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    final Database database;
    final RecordKeeper keeper;
    final CallStore calls;
    final LedgerStore ledger;
    final CallbackStore callbacks;
    final TicketStore tickets;
    final Accounts accounts;

    /**
     * Opens the database and begins to drain what an earlier run left. The tables are brought up to date by whoever needs them
     * first, which is nobody on whom callers wait when this machine has been the server before.
     */
    StorePart(Configuration configuration, DataFolder data, DatabaseHome home, Mandate mandate, TicketListener tickets,
              InstantSource clock) {
        ServerConfig server = configuration.server();
        try {
            database = started(home.open());
            keeper = started(RecordKeeper.open(database, keeperSettings(server, data, mandate), tickets, clock));
        } catch (RuntimeException halfWay) {
            close();
            throw halfWay;
        }
        AccountStore accountStore = new AccountStore(database);
        accounts = new Accounts(accountStore, accountStore, new PasswordFolder(data.resolve("passwords")),
                accountLimits(server), clock);
        calls = new CallStore(database);
        ledger = new LedgerStore(database);
        callbacks = new CallbackStore(database);
        this.tickets = new TicketStore(database, new PhoneNumbers(server.tickets().region()), clock);
    }

    /**
     * Brings the tables up to date and lets the configured users in; with a database that is away for the moment this is
     * tried again until it is there.
     *
     * @throws CallQueries.Unavailable when the database cannot be reached
     */
    void admit(Configuration configuration) {
        database.migrate();
        accounts.ensure(users(configuration));
    }

    static List<User> users(Configuration configuration) {
        return configuration.users().values().stream()
                .map(user -> new User(user.id().value(), user.name(),
                        user.role() == Role.SUPERVISOR ? io.halfminute.account.Role.SUPERVISOR
                                : io.halfminute.account.Role.AGENT,
                        user.agent().map(io.halfminute.agent.AgentSpec::id).orElse(null)))
                .toList();
    }

    private static KeeperSettings keeperSettings(ServerConfig server, DataFolder data, Mandate mandate) {
        OutboxLimits outbox = new OutboxLimits(server.outbox().mostEntries(), OutboxLimits.DEFAULT.bytes(),
                OutboxLimits.DEFAULT.alarmPercent());
        DrainLimits drain = new DrainLimits(server.outbox().batch(), (int) server.outbox().retryFirst().toMillis(),
                (int) server.outbox().retryMost().toMillis(), DrainLimits.DEFAULT.signOfLifeMs());
        KeeperSettings standard = KeeperSettings.standard(data.resolve("outbox.db"), server.tickets().region());
        return new KeeperSettings(standard.outboxFile(), standard.region(),
                new JoinPolicy(server.tickets().repeatWithin().toMillis()), standard.records(), outbox, drain,
                standard.rememberAgentsMs(), standard.heldChanges(), mandate.epoch(), mandate.shared());
    }

    private static AccountLimits accountLimits(ServerConfig server) {
        AccountLimits standard = AccountLimits.DEFAULT;
        SessionConfig sessions = server.sessions();
        return new AccountLimits(sessions.lifetime().toMillis(), sessions.mostOfUser(), standard.cachedSessions(),
                standard.cacheMs(), sessions.wrongTriesWithin().toMillis(), sessions.wrongTries(),
                sessions.wrongTriesOfAddress(), sessions.wrongTriesOfUser(), standard.watched(), standard.hashesAtOnce(),
                standard.hashWaitMs());
    }

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }

    /** Also half-way through the start: a database that nobody needs any more must not be left running. */
    @Override
    public void close() {
        Closing.all(started);
    }
}
