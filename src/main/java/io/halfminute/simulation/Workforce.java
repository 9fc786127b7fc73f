package io.halfminute.simulation;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.AgentSpec;
import io.halfminute.agent.AgentState;
import io.halfminute.agent.PauseReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
    private final List<PlayedAgent> inOrder = new ArrayList<>();
    private final Map<AgentId, PlayedAgent> agents = new HashMap<>();

    Workforce(Plan plan, Agenda agenda, Dice dice, SimulatedPbx pbx, Consumer<AcdInput> ask) {
        this.plan = plan;
        this.agenda = agenda;
        this.pbx = pbx;
        this.ask = ask;
        for (AgentSpec spec : Hotline.inOrder(plan.setup())) {
            PlayedAgent agent = new PlayedAgent(spec, dice.of(Dice.Purpose.AGENT, inOrder.size()));
            inOrder.add(agent);
            agents.put(spec.id(), agent);
        }
    }

    void start() {
        changeShift(0);
    }

    private void changeShift(int hour) {
        if (hour >= plan.hours()) {
            return;
        }
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).atWork(i < plan.staff(hour));
        }
        agenda.in(Plan.HOUR_MS, () -> changeShift(hour + 1));
    }

    /** Everybody finishes what he is doing and leaves. */
    void end() {
        inOrder.forEach(agent -> agent.atWork(false));
    }

    /** An agent's desk shows a change. */
    void see(AcdEvent event) {
        if (event instanceof AcdEvent.AgentChanged changed) {
            agents.get(changed.agent()).see(changed);
        }
    }

    private final class PlayedAgent {
        private final AgentSpec spec;
        private final java.util.random.RandomGenerator chance;
        private boolean atWork;
        private int shift;
        private int changes;

        PlayedAgent(AgentSpec spec, java.util.random.RandomGenerator chance) {
            this.spec = spec;
            this.chance = chance;
        }

        void atWork(boolean now) {
            if (now == atWork) {
                return;
            }
            atWork = now;
            shift++;
            if (now) {
                ask.accept(new AcdInput.SignIn(spec.id()));
                ask.accept(new AcdInput.BecomeReady(spec.id()));
                planBreak();
                planPrivateCall();
            } else {
                ask.accept(new AcdInput.SignOut(spec.id()));
            }
        }

        void see(AcdEvent.AgentChanged changed) {
            changes++;
            if (changed.to() == AgentState.WRAP_UP && chance.nextDouble() < plan.agents().endsWrapUpEarly()) {
                later(chance.nextLong(Math.max(1, changed.untilMs() - changed.atMs())), this::ready);
            } else if (changed.to() == AgentState.PAUSED) {
                backFrom(changed.reason());
            }
        }

        private void backFrom(String reason) {
            if (reason.equals(PauseReason.NO_ANSWER.code())) {
                later(NOTICES_MS, this::ready);
            } else if (reason.equals(PauseReason.PHONE_UNREACHABLE.code())) {
                later(TRIES_AGAIN_MS, this::insist);
            } else if (reason.equals(Hotline.BREAK.code())) {
                later(plan.agents().breakLength().drawMs(chance), this::insist);
            }
        }

        private void ready() {
            ask.accept(new AcdInput.BecomeReady(spec.id()));
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
            during(plan.agents().betweenBreaks(), () -> {
                ask.accept(new AcdInput.Pause(spec.id(), Hotline.BREAK));
                planBreak();
            });
        }

        private void planPrivateCall() {
            during(plan.agents().betweenPrivate(), () -> {
                PlayedPhone phone = pbx.phone(spec.phone());
                if (phone.isFree()) {
                    pbx.privateCall(phone, true);
                    agenda.in(plan.agents().privateLength().drawMs(chance), () -> pbx.privateCall(phone, false));
                }
                planPrivateCall();
            });
        }

        private void during(Law gap, Runnable what) {
            long ms = gap.drawMs(chance);
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
