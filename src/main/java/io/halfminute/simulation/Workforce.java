package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The agents as people at their desks: they come and go by the hour, take breaks, and react to what their desk shows. */
final class Workforce {

    /** How long one who was paused for not picking up takes to notice. */
    private static final int NOTICES_MS = 45_000;
    /** How long one waits before he tries again what was not granted. */
    private static final int TRIES_AGAIN_MS = 30_000;

    private final Plan plan;
    private final Agenda agenda;
    private final SimulatedPbx pbx;
    private final Consumer<AcdInput> ask;
    private final Dice dice;
    private final List<PlayedAgent> inOrder = new ArrayList<>();
    private final Map<AgentId, PlayedAgent> agents = new HashMap<>();

    Workforce(Plan plan, Agenda agenda, Dice dice, SimulatedPbx pbx, Consumer<AcdInput> ask) {
        this.plan = plan;
        this.agenda = agenda;
        this.pbx = pbx;
        this.ask = ask;
        this.dice = dice;
        for (Worker worker : plan.workers()) {
            PlayedAgent agent = new PlayedAgent(worker, inOrder.size());
            inOrder.add(agent);
            agents.put(worker.agent(), agent);
        }
    }

    void start() {
        inOrder.forEach(agent -> agent.planShift(0));
    }

    /** Everybody finishes what he is doing and leaves. */
    void end() {
        inOrder.forEach(agent -> agent.atWork(false));
    }

    /** An agent's desk shows a change. */
    void see(AcdEvent event) {
        if (event instanceof AcdEvent.AgentChanged changed) {
            PlayedAgent agent = agents.get(changed.agent());
            if (agent != null) {
                agent.see(changed);
            }
        }
    }

    private final class PlayedAgent {
        private final Worker worker;
        private final PlayedPhone phone;
        private final RandomGenerator breaks;
        private final RandomGenerator privateCalls;
        private boolean atWork;
        private int shift;
        private int changes;

        /** His breaks and calls of his own do not depend on how many calls he is given. */
        PlayedAgent(Worker worker, int number) {
            this.worker = worker;
            this.phone = pbx.phone(plan.setup().agents().get(worker.agent()).phone());
            this.breaks = dice.of(Dice.Purpose.AT_WORK, 2L * number);
            this.privateCalls = dice.of(Dice.Purpose.AT_WORK, 2L * number + 1);
        }

        void planShift(int index) {
            if (index < worker.shifts().size()) {
                Worker.Shift mine = worker.shifts().get(index);
                agenda.at(Plan.START_MS + mine.fromMs(), () -> atWork(true));
                agenda.at(Plan.START_MS + mine.untilMs(), () -> {
                    atWork(false);
                    planShift(index + 1);
                });
            }
        }

        void atWork(boolean now) {
            if (now == atWork) {
                return;
            }
            atWork = now;
            shift++;
            if (now) {
                ask.accept(new AcdInput.SignIn(worker.agent()));
                ask.accept(new AcdInput.BecomeReady(worker.agent()));
                planBreak();
                planPrivateCall();
            } else {
                ask.accept(new AcdInput.SignOut(worker.agent()));
            }
        }

        void see(AcdEvent.AgentChanged changed) {
            changes++;
            if (changed.to() == AgentState.WRAP_UP) {
                wrapUp(changed);
            } else if (changed.to() == AgentState.PAUSED) {
                backFrom(changed.reason());
            }
        }

        /** What a call leaves to do is the same whoever had it. */
        private void wrapUp(AcdEvent.AgentChanged changed) {
            RandomGenerator chance = dice.of(Dice.Purpose.AFTER_WORK, PlayedCall.number(changed.call()));
            if (chance.nextDouble() < worker.habits().endsWrapUpEarly()) {
                later(chance.nextLong(Math.max(1, changed.untilMs() - changed.atMs())), this::ready);
            }
        }

        private void backFrom(String reason) {
            if (reason.equals(PauseReason.NO_ANSWER.code())) {
                later(NOTICES_MS, this::ready);
            } else if (reason.equals(PauseReason.PHONE_UNREACHABLE.code())) {
                later(TRIES_AGAIN_MS, this::insist);
            } else if (reason.equals(Hotline.BREAK.code())) {
                later(worker.habits().breakLength().drawMs(breaks), this::insist);
            }
        }

        private void ready() {
            ask.accept(new AcdInput.BecomeReady(worker.agent()));
        }

        /** Nobody goes home because his phone was not there; he tries until it is. */
        private void insist() {
            int before = changes;
            ready();
            if (changes == before) {
                later(TRIES_AGAIN_MS, this::insist);
            }
        }

        /** Unless his desk shows something else by then. */
        private void later(long ms, Runnable what) {
            int now = changes;
            agenda.in(ms, () -> {
                if (atWork && changes == now) {
                    what.run();
                }
            });
        }

        private void planBreak() {
            during(worker.habits().betweenBreaks().drawMs(breaks), () -> {
                ask.accept(new AcdInput.Pause(worker.agent(), Hotline.BREAK));
                planBreak();
            });
        }

        private void planPrivateCall() {
            during(worker.habits().betweenPrivate().drawMs(privateCalls), () -> {
                long lengthMs = worker.habits().privateLength().drawMs(privateCalls);
                if (phone.isFree()) {
                    pbx.privateCall(phone, true);
                    agenda.in(lengthMs, () -> pbx.privateCall(phone, false));
                }
                planPrivateCall();
            });
        }

        private void during(long ms, Runnable what) {
            int mine = shift;
            if (ms < Law.FOREVER_MS) {
                agenda.in(ms, () -> {
                    if (atWork && shift == mine) {
                        what.run();
                    }
                });
            }
        }
    }
}
