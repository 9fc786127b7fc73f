package io.halfminute.pbx.asterisk;

import io.halfminute.pbx.CallId;
import io.halfminute.pbx.PbxCommand;
import io.halfminute.pbx.PhoneId;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.asteriskjava.manager.SendActionCallback;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.response.ManagerError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands in their order. Whoever commands sends them himself while only few are unanswered: those fit into the socket's
 * buffers even if Asterisk reads nothing, so he never waits. Else a thread of its own does. A command that cannot be sent, is
 * refused or is not answered in time is reported once as failed.
 */
final class CommandSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommandSender.class);
    /** A command has less than a kilobyte, and the smallest buffers of Linux hold 64. */
    static final int FEW = 50;

    /** Told of each command about a call that failed. */
    interface Failures {
        void failed(CallId call, PbxCommand command, String reason);
    }

    private final InstantSource clock;
    private final LongSupplier pbxClock;
    private final int responseTimeoutMs;
    private final Redirects redirects;
    private final Originates originates;
    private final Function<CallId, String> channels;
    private final PendingCommands pending;
    private final Standing standing;
    private final Failures failures;
    private final Turns turns;
    private final FallbackMembers fallback = new FallbackMembers();
    private final AtomicReference<Set<PhoneId>> wantedMembers = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile Gateway gateway;

    /**
     * @param clock    ours
     * @param pbxClock the PBX's, in milliseconds since 1970
     */
    CommandSender(AsteriskSettings settings, InstantSource clock, LongSupplier pbxClock, Function<CallId, String> channels,
                  Standing standing, Failures failures) {
        this.clock = clock;
        this.pbxClock = pbxClock;
        this.responseTimeoutMs = settings.limits().responseTimeoutMs();
        this.redirects = new Redirects(settings.epoch());
        this.originates = new Originates(settings.epoch(), clock);
        this.channels = channels;
        this.standing = standing;
        this.failures = failures;
        this.pending = new PendingCommands(settings.limits().maxQueuedCommands());
        this.turns = new Turns("pbx-commands", settings.limits().maxQueuedCommands(), () -> pending.size() < FEW);
    }

    void start() {
        turns.start();
    }

    /** Sends through this from now on; null while there is no connection. */
    void use(Gateway newGateway) {
        gateway = newGateway;
        if (newGateway == null) {
            pending.failAll("the connection was lost");
        }
    }

    /** The members that Asterisk's fallback queue has; what is missing to the wanted ones is sent. */
    void foundMembers(Collection<String> interfaces) {
        enqueue(() -> {
            fallback.found(interfaces);
            sendMembers();
        });
    }

    /** Takes a command; never waits. */
    void send(PbxCommand command) {
        switch (command) {
            case PbxCommand.KeepFallback keep -> {
                wantedMembers.set(keep.members());
                enqueue(this::sendMembers);
            }
            case PbxCommand.TellWait wait -> enqueue(() -> tell(wait.call(), channel ->
                    redirects.wait(wait, channel, pbxClock.getAsLong())));
            case PbxCommand.ProposeCallback proposal -> enqueue(() -> tell(proposal.call(), channel ->
                    redirects.proposal(proposal, channel, pbxClock.getAsLong())));
            case PbxCommand.ConfirmCallback confirm -> send(confirm.call(), confirm);
            case PbxCommand.Offer offer -> send(offer.call(), offer);
            case PbxCommand.Retrieve retrieve -> send(retrieve.call(), retrieve);
            case PbxCommand.Refuse refuse -> send(refuse.call(), refuse);
            case PbxCommand.Divert divert -> send(divert.call(), divert);
            case PbxCommand.CallBack back -> send(back.call(), back);
            case PbxCommand.HangUp hangUp -> send(hangUp.call(), hangUp);
        }
    }

    /** Reports the commands that were not answered in time. */
    void checkAnswers() {
        pending.failOverdue(clock.millis());
    }

    long sent() {
        return sent.get();
    }

    long failed() {
        return failed.get();
    }

    private void send(CallId call, PbxCommand command) {
        if (!enqueue(() -> sendNow(call, command))) {
            report(call, command, "too many commands are waiting to be sent");
        }
    }

    private boolean enqueue(Runnable task) {
        return turns.offer(task);
    }

    private void sendNow(CallId call, PbxCommand command) {
        long id;
        try {
            id = pending.add(clock.millis() + responseTimeoutMs, reason -> report(call, command, reason));
        } catch (IllegalStateException e) {
            report(call, command, e.getMessage());
            return;
        }
        try {
            transmit(action(command, channels.apply(call)), response -> pending.answered(id, response));
        } catch (IOException | RuntimeException e) {
            pending.fail(id, e.getMessage());
        }
    }

    private ManagerAction action(PbxCommand command, String channel) {
        return switch (command) {
            case PbxCommand.Offer offer -> redirects.offer(offer, channel);
            case PbxCommand.Retrieve _ -> redirects.retrieve(channel);
            case PbxCommand.Refuse refuse -> redirects.refuse(refuse, channel);
            case PbxCommand.Divert divert -> redirects.divert(divert, channel);
            case PbxCommand.ConfirmCallback _ -> redirects.confirmCallback(channel);
            case PbxCommand.CallBack back -> originates.callBack(back);
            case PbxCommand.HangUp _ -> originates.hangUp(channel);
            case PbxCommand.TellWait _, PbxCommand.ProposeCallback _, PbxCommand.KeepFallback _ ->
                throw new IllegalStateException("members and what is to be heard are not sent as Redirects");
        };
    }

    /** Several changes that wait here become one difference. */
    private void sendMembers() {
        Set<PhoneId> wanted = wantedMembers.get();
        if (wanted == null || gateway == null) {
            return;
        }
        for (ManagerAction step : fallback.steps(wanted)) {
            try {
                transmit(step, response -> {
                    if (response instanceof ManagerError) {
                        LOG.warn("fallback queue: {} refused: {}", step.getAction(), response.getMessage());
                    }
                });
            } catch (IOException | RuntimeException e) {
                LOG.warn("fallback queue: {} not sent: {}", step.getAction(), e.getMessage());
            }
        }
    }

    /** Nothing is lost when it fails: the caller goes on hearing music. */
    private void tell(CallId call, Function<String, ManagerAction> what) {
        try {
            transmit(what.apply(channels.apply(call)), response -> { });
        } catch (IOException | RuntimeException e) {
            LOG.debug("call {} is not told how it will go on: {}", call, e.getMessage());
        }
    }

    private void transmit(ManagerAction action, SendActionCallback callback) throws IOException {
        Gateway now = gateway;
        if (now == null) {
            throw new IOException("there is no connection to the PBX");
        }
        if (!standing.isLeader()) {
            throw new IOException("this server does not lead, or cannot be sure that it does");
        }
        now.send(action, callback);
        sent.incrementAndGet();
    }

    private void report(CallId call, PbxCommand command, String reason) {
        failed.incrementAndGet();
        failures.failed(call, command, reason == null ? "no reason given" : reason);
    }

    @Override
    public void close() {
        turns.close();
    }
}
