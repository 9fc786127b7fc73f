package io.halfminute.simulation;

import java.util.random.RandomGenerator;

/** Brings about what fails as time goes by: the link, the phones, and the comparisons that mend. */
final class Troubles {

    private final Faults faults;
    private final Agenda agenda;
    private final Wire wire;
    private final SimulatedPbx pbx;
    private final RandomGenerator chance;
    private boolean over;

    Troubles(Plan plan, Agenda agenda, Wire wire, SimulatedPbx pbx, RandomGenerator chance) {
        this.faults = plan.faults();
        this.agenda = agenda;
        this.wire = wire;
        this.pbx = pbx;
        this.chance = chance;
    }

    void start() {
        every(faults.linkLostPerHour(), this::loseLink);
        pbx.phones().forEach(phone -> every(faults.phoneLostPerHour(), () -> losePhone(phone)));
        if (faults.snapshotEveryMs() > 0) {
            compare();
        }
    }

    /** Faults stop: what is broken is mended, and nothing breaks any more. */
    void end() {
        over = true;
        wire.mend();
        if (faults != Faults.NONE) {
            pbx.phones().forEach(phone -> pbx.register(phone, true));
            agenda.in(1, wire.isUp() ? () -> wire.compareIn(0) : this::linkBack);
        }
    }

    private void every(double perHour, Runnable what) {
        if (perHour <= 0) {
            return;
        }
        agenda.in(Math.round(chance.nextExponential() * Plan.HOUR_MS / perHour), () -> {
            if (!over) {
                what.run();
                every(perHour, what);
            }
        });
    }

    private void loseLink() {
        if (wire.isUp()) {
            wire.lose();
            pbx.fallback().serverHeard(false);
            agenda.in(chance.nextLong(faults.linkDownMs()), this::linkBack);
        }
    }

    private void linkBack() {
        if (!wire.isUp()) {
            pbx.fallback().serverHeard(true);
            wire.connect();
        }
    }

    private void losePhone(PlayedPhone phone) {
        if (phone.registered) {
            pbx.register(phone, false);
            agenda.in(chance.nextLong(10_000, 300_000), () -> pbx.register(phone, true));
        }
    }

    private void compare() {
        agenda.in(faults.snapshotEveryMs(), () -> {
            if (!over) {
                wire.compareIn(0);
                compare();
            }
        });
    }
}
