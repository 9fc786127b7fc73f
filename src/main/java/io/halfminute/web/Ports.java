package io.halfminute.web;

import io.halfminute.acd.AcdInput;
import io.halfminute.acd.Outputs;
import io.halfminute.alarm.AlarmPicture;
import io.halfminute.ledger.Calendar;
import io.halfminute.ledger.LedgerQueries;
import io.halfminute.record.CallQueries;
import io.halfminute.record.CallbackQueries;
import io.halfminute.ticket.TicketDesk;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Everything the web server asks of the rest.
 *
 * @param live         needs no database
 * @param agents       the machine
 * @param sessions     may block
 * @param calls        may block
 * @param tickets      may block
 * @param ledger       may block
 * @param callbacks    may block
 * @param machine      as {@code agents}, for callbacks
 * @param calendar     the hotline's hours and days, as configured now
 * @param brands       as configured now
 * @param pauseReasons as configured now
 * @param health       may block; bounded by the request's time
 * @param metrics      the text of {@code /metrics}; may block
 * @param alarms       what is wrong and what lately was; at once
 * @param clock        the wall clock
 */
public record Ports(LiveViews live, AgentRequests agents, SessionDesk sessions, CallQueries calls, TicketDesk tickets,
                    LedgerQueries ledger, CallbackQueries callbacks,
                    Function<AcdInput.OfCallback, CompletableFuture<Outputs>> machine, Supplier<Calendar> calendar,
                    Supplier<List<Brand>> brands, Supplier<List<PauseChoice>> pauseReasons,
                    Supplier<List<HealthPart>> health, Supplier<String> metrics,
                    Supplier<AlarmPicture> alarms, InstantSource clock) {
}
