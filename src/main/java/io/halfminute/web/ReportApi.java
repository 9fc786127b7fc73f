package io.halfminute.web;

import io.halfminute.agent.SkillId;
import io.halfminute.call.BrandId;
import io.halfminute.ledger.Calendar;
import io.halfminute.ledger.Definitions;
import io.halfminute.ledger.Grouping;
import io.halfminute.ledger.Question;
import io.halfminute.ledger.Report;
import io.halfminute.ledger.Reports;
import io.halfminute.queue.QueueId;
import io.halfminute.record.Window;
import io.halfminute.view.BoardState;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Figures over a period, counted from the ledger. */
final class ReportApi {

    private static final Logger LOG = LoggerFactory.getLogger(ReportApi.class);
    private static final long LONGEST_MS = Duration.ofDays(366).toMillis();

    private final Reports reports;
    private final Supplier<Calendar> calendar;
    private final Supplier<List<Brand>> brands;
    private final LiveViews live;
    private final Blocking blocking;

    ReportApi(Ports ports, Blocking blocking) {
        this.reports = new Reports(ports.ledger(), Definitions.HOUSE);
        this.calendar = ports.calendar();
        this.brands = ports.brands();
        this.live = ports.live();
        this.blocking = blocking;
    }

    Map<String, Operation> operations() {
        return Map.of("getServiceLevel", this::serviceLevel, "exportServiceLevel", this::export);
    }

    private Future<Answer> serviceLevel(Request request) {
        return report(request, (report, names) -> Answer.ok(new ReportJson(names, calendar.get().zone()).json(report)));
    }

    /** PRIV-HAND: an export needs a role and is logged. */
    private Future<Answer> export(Request request) {
        request.requireSupervisor("export the service level");
        LOG.info("{} exports the service level from {} to {}", request.user().name(), request.query("from", 0),
                request.query("to", 0));
        return report(request, (report, names) -> Answer.ok(new Answer.File("text/csv; charset=utf-8", "service-level.csv",
                new ReportCsv(names, calendar.get().zone()).text(report))));
    }

    private Future<Answer> report(Request request, BiFunction<Report, Map<String, String>, Answer> answer) {
        Question question = question(request);
        Map<String, String> names = names(question.by());
        return blocking.ask(() -> reports.report(question, calendar.get())).map(report -> answer.apply(report, names));
    }

    private Question question(Request request) {
        String by = request.query("by");
        String skill = request.query("skill");
        return new Question(window(request.query("from", 0), request.query("to", 0)),
                by == null ? Grouping.QUEUE : Names.parse(Grouping.class, by), queue(request.query("queue")),
                brand(request.query("brand")), skill == null ? null : new SkillId(skill));
    }

    /** Milliseconds since 1970; checked. */
    static Window window(long fromMs, long toMs) {
        if (toMs <= fromMs || toMs - fromMs > LONGEST_MS) {
            throw new ProblemException(ProblemCode.VALIDATION, "from " + fromMs + " to " + toMs
                    + ": to must be after from, and at most 366 days after it; both are milliseconds since 1970");
        }
        return new Window(fromMs, toMs);
    }

    private QueueId queue(String id) {
        if (id != null && live.board().queues().stream().noneMatch(queue -> queue.queue().equals(id))) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "there is no queue \"" + id + "\"; GET /api/v1/queues lists them");
        }
        return id == null ? null : new QueueId(id);
    }

    private BrandId brand(String id) {
        if (id != null && brands.get().stream().noneMatch(brand -> brand.id().value().equals(id))) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "there is no brand \"" + id + "\"; GET /api/v1/brands lists them");
        }
        return id == null ? null : new BrandId(id);
    }

    private Map<String, String> names(Grouping by) {
        return switch (by) {
            case QUEUE -> live.board().queues().stream()
                    .collect(Collectors.toMap(BoardState.Queue::queue, BoardState.Queue::name));
            case BRAND -> brands.get().stream().collect(Collectors.toMap(brand -> brand.id().value(), Brand::name));
            case SKILL, HOUR, DAY -> Map.of();
        };
    }
}
