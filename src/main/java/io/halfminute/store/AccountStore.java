package io.halfminute.store;

import io.halfminute.account.SessionStore;
import io.halfminute.account.UserStore;
import io.halfminute.store.Tables.Sessions;
import io.halfminute.store.Tables.UserPasswords;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Password hashes and sessions on PostgreSQL. */
public final class AccountStore implements UserStore, SessionStore {

    private final Database database;

    public AccountStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> hash(String user) {
        return database.ask(sql -> sql.select(UserPasswords.HASH).from(UserPasswords.TABLE)
                .where(UserPasswords.NAME.eq(user)).fetchOptional(UserPasswords.HASH));
    }

    @Override
    public void save(String user, String hash, long nowMs) {
        database.ask(sql -> sql.insertInto(UserPasswords.TABLE, UserPasswords.NAME, UserPasswords.HASH,
                        UserPasswords.CHANGED)
                .values(user, hash, nowMs)
                .onConflict(UserPasswords.NAME).doUpdate()
                .set(UserPasswords.HASH, hash).set(UserPasswords.CHANGED, nowMs).execute());
    }

    @Override
    public Optional<Kept> find(byte[] tokenHash) {
        return database.ask(sql -> sql.selectFrom(Sessions.TABLE).where(Sessions.TOKEN_HASH.eq(tokenHash))
                .fetchOptional(row -> new Kept(row.get(Sessions.USER), row.get(Sessions.CREATED),
                        row.get(Sessions.EXPIRES))));
    }

    @Override
    public List<byte[]> add(byte[] tokenHash, Kept session, int most) {
        return database.change(sql -> {
            sql.insertInto(Sessions.TABLE, Sessions.TOKEN_HASH, Sessions.USER, Sessions.CREATED, Sessions.EXPIRES)
                    .values(tokenHash, session.user(), session.createdMs(), session.expiresMs()).execute();
            return removeOldest(sql, session.user(), most);
        });
    }

    private static List<byte[]> removeOldest(DSLContext sql, String user, int most) {
        List<byte[]> tooMany = sql.select(Sessions.TOKEN_HASH).from(Sessions.TABLE).where(Sessions.USER.eq(user))
                .orderBy(Sessions.CREATED.desc()).offset(most).fetch(Sessions.TOKEN_HASH);
        if (!tooMany.isEmpty()) {
            sql.deleteFrom(Sessions.TABLE).where(Sessions.TOKEN_HASH.in(tooMany)).execute();
        }
        return tooMany;
    }

    @Override
    public void remove(byte[] tokenHash) {
        database.ask(sql -> sql.deleteFrom(Sessions.TABLE).where(Sessions.TOKEN_HASH.eq(tokenHash)).execute());
    }

    @Override
    public int removeExpired(long nowMs) {
        return database.ask(sql -> sql.deleteFrom(Sessions.TABLE).where(Sessions.EXPIRES.le(nowMs)).execute());
    }
}
