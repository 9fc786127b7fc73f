package io.halfminute.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.halfminute.acd.Setup;
import io.halfminute.agent.AgentId;
import io.halfminute.agent.PauseReason;
import io.halfminute.agent.SkillId;
import io.halfminute.agent.Skills;
import io.halfminute.call.BrandId;
import io.halfminute.callback.ByKey;
import io.halfminute.callback.CallHours;
import io.halfminute.callback.CallbackSpec;
import io.halfminute.callback.Outgoing;
import io.halfminute.forecast.ForecastSpec;
import io.halfminute.forecast.Telling;
import io.halfminute.pbx.PbxId;
import io.halfminute.pbx.PhoneId;
import io.halfminute.queue.Circle;
import io.halfminute.queue.QueueId;
import io.halfminute.queue.QueueSpec;
import io.halfminute.queue.Ring;
import io.halfminute.queue.SkillDemand;
import io.halfminute.routing.RoutingSpec;
import io.halfminute.ticket.TicketClass;
import io.halfminute.ticket.TicketPriority;
import io.halfminute.ticket.TicketSkills;
import io.halfminute.ticket.TicketType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key, each with a value that is not its default. */
class ConfigurationMappingTest {

    @TempDir
    Path temp;

    private Folder folder;

    @BeforeEach
    void createFolder() {
        folder = new Folder(temp);
    }

    @Test
    void theServersKeysAllArrive() {
        ServerConfig server = folder.with("halfminute.yaml", """
                http: {address: 127.0.0.9, port: 9080, most-body-bytes: 2048, most-web-sockets: 7, secure-cookies: true}
                outbox: {most-entries: 2000, batch: 3, retry-first: 20ms, retry-most: 1m}
                sessions: {lifetime: 1h, most-of-user: 9, wrong-tries: 3, wrong-tries-of-address: 6, wrong-tries-of-user: 7,
                           wrong-tries-within: 8s, requests-per-second: 4}
                board: {time-zone: Europe/Paris, first-hour: 6, now: 30m, refresh: 1s, slow-from: 70ms, slow-refresh: 3s, slow-for: 8s}
                tickets: {repeat-within: 2d, region: DE}
                forecast: {on: false, every: 2s, ahead: 30m, plays: 50, budget: 20ms, most-lag: 30ms, remembered: 70,
                           most-calls: 90, sure: 75, longest-told: 5m, widest-told: 4, told: false,
                           shortest-told: 45s, told-again: 3m, aim: 85, margin: 2, back-in: 40s,
                           callbacks-taken: 30}
                config-poll: 5s
                limits: {misses-to-pause: 3, rest-after-miss: 1s, command-grace: 2s, max-calls: 10, timers-per-step: 20, pbx-away: 90s}
                pause-reasons:
                  tea: {zh: 茶, en: Tea}
                """).read().server();
        assertEquals(new HttpConfig("127.0.0.9", 9080, 2048, 7, true), server.http());
        assertEquals(new OutboxConfig(2000, 3, Duration.ofMillis(20), Duration.ofMinutes(1)), server.outbox());
        assertEquals(new SessionConfig(Duration.ofHours(1), 9, 3, 6, 7, Duration.ofSeconds(8), 4), server.sessions());
        assertEquals(new BoardConfig(ZoneId.of("Europe/Paris"), LocalTime.of(6, 0), Duration.ofMinutes(30),
                Duration.ofSeconds(1), new BoardConfig.Slowing(Duration.ofMillis(70), Duration.ofSeconds(3), Duration.ofSeconds(8))),
                server.board());
        assertEquals(new TicketConfig(Duration.ofDays(2), "DE"), server.tickets());
        assertEquals(new ForecastConfig(false, new ForecastSpec(2_000, 1_800_000,
                new ForecastSpec.Effort(50, 20, 30, 70, 90, 1), new ForecastSpec.Speech(0.75, 300_000, 4),
                new ForecastSpec.Advice(0.85, 0.02, 40_000, 0.3)), new Telling(false, 45_000, 180_000)), server.forecast());
        assertEquals(Duration.ofSeconds(5), server.configPoll());
        assertEquals(new Setup.Limits(3, 1_000, 2_000, 10, 20, 90_000), server.limits());
        assertEquals(List.of(new PauseChoice(new PauseReason("tea"), new Label("茶", "Tea"))), server.pauseReasons());
    }

    @Test
    void theTelephoneExchangesKeysAllArrive() {
        PbxConfig pbx = folder.with("halfminute.yaml", """
                pbx:
                  name: a
                  managed: false
                  host: pbx.example.org
                  trunk-address: 127.0.0.8
                  sip: {address: 127.0.0.3, port: 6060, web-socket-port: 9088, rtp-start: 20000, rtp-end: 21000}
                  ami: {port: 6038, connect-timeout: 1s, action-timeout: 2s, ping: 1s, silence: 4s, reconnect-first: 1s,
                        reconnect-most: 2s, resync: 90s, most-pending: 50, most-queued: 500}
                  agi: {address: 127.0.0.4, port: 5573, most-connections: 30, timeout: 10s}
                  heartbeat: {every: 2s, max-age: 8s}
                  servers:
                    b: {host: 10.0.0.6, ami-port: 7038, trunk-address: 127.0.0.9, sip: {port: 7060}}
                """).read().server().pbx();
        PbxConfig.Site b = new PbxConfig.Site(new PbxId("b"), "10.0.0.6", 7038, "127.0.0.9",
                new PbxConfig.Sip("10.0.0.6", 7060, 8088, 10_000, 14_999));
        assertEquals(new PbxConfig(new PbxId("a"), false, "pbx.example.org", "127.0.0.8",
                new PbxConfig.Sip("127.0.0.3", 6060, 9088, 20_000, 21_000),
                new PbxConfig.Ami(6038, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1),
                        Duration.ofSeconds(4), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(90), 50, 500),
                new PbxConfig.Agi("127.0.0.4", 5573, 30, Duration.ofSeconds(10)),
                new PbxConfig.Heartbeat(Duration.ofSeconds(2), Duration.ofSeconds(8)), List.of(b)), pbx);
    }

    @Test
    void aDatabaseOfTheOperatorsOwnArrives() {
        DatabaseConfig database = folder.with("halfminute.yaml", """
                database:
                  port: 6434
                  most-connections: 4
                  connect-timeout: 1s
                  server: {url: "jdbc:postgresql://db:5432/halfminute", user: hm, password-file: secret.txt}
                """).read().server().database();
        assertEquals(new DatabaseConfig(6434, Optional.of(new DatabaseConfig.Server("jdbc:postgresql://db:5432/halfminute",
                "hm", Path.of("secret.txt"))), 4, Duration.ofSeconds(1)), database);
    }

    @Test
    void aQueueArrivesWithItsDemandsAndItsOverflow() {
        QueueSpec queue = folder.with("queues.yaml", """
                skills:
                  mandarin: {zh: 普通话, en: Mandarin}
                queues:
                  orders:
                    name: 订单
                    skills: {mandarin: {least: 3, wanted: 5}}
                    credit: 7s
                    target: 20s
                    ring: 8s
                    wrap-up: 0s
                    max-waiting: 12
                    overflow: {after: 3m, number: "+8621555"}
                """).read().queues().get(new QueueId("orders"));
        assertEquals(new QueueSpec(new QueueId("orders"), "订单", List.of(new SkillDemand(new SkillId("mandarin"), 3, 5)), 7_000,
                20_000, 8_000, 0, 12, Optional.of(new QueueSpec.Overflow(180_000, "+8621555"))), queue);
    }

    @Test
    void whatUnfinishedTicketsAskForArrivesByClassTypeAndPriority() {
        TicketSkills skills = folder.with("queues.yaml", Folder.QUEUES + """
                ticket-skills:
                  complaint: {skills: {mandarin: {least: 3}}}
                  after-sales-service: {liked: {mandarin: 5}}
                  priority-urgent: {liked: {mandarin: 4}}
                """).read().ticketSkills();
        SkillId mandarin = new SkillId("mandarin");
        assertEquals(new TicketSkills(Map.of(TicketClass.COMPLAINT, List.of(new SkillDemand(mandarin, 3, 3))),
                Map.of(TicketType.AFTER_SALES_SERVICE, List.of(new SkillDemand(mandarin, SkillDemand.LIKED, 5))),
                Map.of(TicketPriority.URGENT, List.of(new SkillDemand(mandarin, SkillDemand.LIKED, 4)))), skills);
    }

    @Test
    void ringsArriveInTheirOrderAndLikedSkillsAreWantedButNotNeeded() {
        QueueSpec queue = folder.with("queues.yaml", """
                skills:
                  mandarin: {zh: 普通话, en: Mandarin}
                  vip: {zh: 贵宾, en: VIP}
                queues:
                  orders:
                    skills: {mandarin: {least: 2, wanted: 4}}
                    liked: {vip: 3}
                    rings: [wanted, least, {name: others, groups: [late], skills: {}}, supervisors, {number: "110"}]
                """).read().queues().get(new QueueId("orders"));
        assertEquals(List.of("wanted", "least", "others", "supervisors", "outside"),
                queue.rings().stream().map(Ring::name).toList());
        assertEquals(List.of(new SkillDemand(new SkillId("mandarin"), 4, 4), new SkillDemand(new SkillId("vip"), 3, 3)),
                queue.rings().getFirst().circle().demands());
        assertEquals(List.of(new SkillDemand(new SkillId("mandarin"), 2, 4), new SkillDemand(new SkillId("vip"), 0, 3)),
                queue.rings().get(1).circle().demands());
        assertEquals(new Circle(List.of(), new TreeSet<>(List.of("late"))), queue.rings().get(2).circle());
        assertEquals(Optional.of("110"), queue.rings().getLast().number());
    }

    @Test
    void aShopsCallersAskForMoreThanTheirQueue() {
        Setup setup = folder.with("brands.yaml", Folder.BRANDS + "    liked: {english: 2}\n").read().setup();
        assertEquals(List.of(new SkillDemand(new SkillId("english"), 0, 2)), setup.numbers().get("4001").demands());
    }

    @Test
    void aRoutingOfTheOperatorsOwnArrives() {
        Setup setup = folder.with("halfminute.yaml", "routing: {overload: {longest-wait: 90s}, phones-at-once: 1, named-share: 0.5, "
                + "hope: 0, least-ring: 6s}").read().setup();
        assertEquals(new RoutingSpec(60_000, 1, 0.5, 0, 6_000), setup.routing());
    }

    @Test
    void theLongestWaitHoldsWithTargetAndCredit() {
        folder.with("halfminute.yaml", "routing: {overload: {policy: mix, longest-wait: 4m, mix: 0.5}}\n");
        RoutingConfig routing = folder.read().server().routing();
        assertEquals(new RoutingConfig(RoutingConfig.Overload.MIX, Duration.ofMinutes(4), 0.5, RoutingSpec.DEFAULT), routing);
        QueueSpec queue = new QueueSpec(new QueueId("orders"), "orders", List.of(), 10_000, 30_000, 12_000, 0, 10,
                Optional.empty());
        assertEquals((240_000 - 30_000 - 10_000) / 2, routing.spec(List.of(queue)).postponeLateMs());
    }

    @Test
    void aBrandArrivesAndItsNumbersLeadToItsQueue() {
        Configuration configuration = folder.with("brands.yaml", """
                brands:
                  shop-a:
                    name: {zh: 甲店, en: Shop A}
                    numbers: ["4001", "4005"]
                    language: en
                    music: jazz
                    greeting: welcome
                    queue: orders
                    most-calls: 60
                    outgoing: {allowed: ["1", "+86"], strip: "+86", prefix: "9", shows: "4001"}
                """).read();
        BrandId brand = new BrandId("shop-a");
        QueueId queue = new QueueId("orders");
        assertEquals(new Brand(brand, new Label("甲店", "Shop A"), List.of("4001", "4005"), Language.EN, "jazz",
                Optional.of("welcome"), queue, List.of(), 60,
                Optional.of(new Outgoing(List.of("1", "+86"), "+86", "9", "4001"))), configuration.brands().get(brand));
        assertEquals(Optional.of(new ArrivalPlan.Arrival(brand, queue, Language.EN, "jazz", Optional.of("welcome"))),
                configuration.arrivalPlan().of("4005"));
        assertEquals(new Setup.Destination(brand, queue, List.of(), 60), configuration.setup().numbers().get("4005"));
    }

    @Test
    void callbacksComeWithHoursAndShops() {
        CallbackSpec spec = folder.with("halfminute.yaml", """
                board: {time-zone: Europe/Paris}
                callbacks: {most: 7, after-abandon: true, abandon-after: 5s, after-refusal: true, tries: 2, spacing: 3m, dial: 20s,
                            valid: 1h, credit: 9s, share: 0.5, hours: {from: "08:30", to: "24:00"},
                            by-key: {on: true, waited: 40s, predicted: 90s, key-wait: 4s}}
                """).read().setup().callbacks();
        assertEquals(new CallbackSpec(7, true, 5_000, true, 2, 180_000, 20_000, 3_600_000, 9_000, 0.5,
                new CallHours("Europe/Paris", 510, 1_440), Map.of(), new ByKey(true, 40_000, 90_000, 4_000)), spec);
    }

    @Test
    void aSupervisorWithAPhoneTakesCallsToo() {
        Configuration configuration = folder.with("agents.yaml", """
                users:
                  li.na: {name: 李娜, team: early, role: supervisor, phone: 1001, skills: {mandarin: 4}}
                """).read();
        AgentId id = new AgentId("li.na");
        assertEquals(new User(id, "李娜", "early", Role.SUPERVISOR, Optional.of(new PhoneId("1001")),
                new Skills(Map.of(new SkillId("mandarin"), 4))), configuration.users().get(id));
        assertEquals(configuration.users().get(id).agent().orElseThrow(), configuration.setup().agents().get(id));
    }

    @Test
    void aSettingOfTheCommandLineStandsInForTheFiles() {
        folder.with("halfminute.yaml", "http: {port: 9080}");
        ServerConfig server = Configuration.read(temp, Map.of("http.port", "9081", "pbx.sip.port", "6060")).server();
        assertEquals(9081, server.http().port());
        assertEquals(6060, server.pbx().sip().port());
    }

    @Test
    void onlyPartsThatHoldSocketsNeedARestart() {
        Configuration before = folder.read();
        Configuration after = folder.with("halfminute.yaml", "http: {port: 9080}\nlimits: {max-calls: 9}").read();
        assertEquals(List.of("http"), before.restartNeededFor(after));
    }
}
