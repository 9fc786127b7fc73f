package io.halfminute.server;

import io.halfminute.acd.AcdEvent;
import io.halfminute.acd.AcdInput;
import io.halfminute.config.ForecastConfig;
import io.halfminute.forecast.CallbackProposer;
import io.halfminute.forecast.Forecast;
import io.halfminute.forecast.WaitTeller;
import java.util.List;
import java.util.function.Consumer;

/** Brings each forecast to the boards, and what is to be said of it to those who wait. */
final class Speaker implements ForecastLoop.Listener {

    private final WaitTeller teller;
    private final CallbackProposer proposer;
    private final Consumer<Forecast> boards;
    private final Consumer<AcdInput> machine;

    /** @param machine may block */
    Speaker(ForecastConfig config, Consumer<Forecast> boards, Consumer<AcdInput> machine) {
        this.teller = new WaitTeller(config.telling(), config.spec().effort().mostCalls());
        this.proposer = new CallbackProposer(config.spec().effort().mostCalls());
        this.boards = boards;
        this.machine = machine;
    }

    @Override
    public void events(List<AcdEvent> events) {
        teller.accept(events);
        proposer.accept(events);
    }

    @Override
    public void forecast(Forecast forecast) {
        boards.accept(forecast);
        teller.toTell(forecast).forEach(machine);
        proposer.toPropose(forecast).forEach(machine);
    }
}
