package io.halfminute.alarm;

import java.util.Locale;

/**
 * What there are alarms for; a closed list. The texts are formats of the subject, the figure and the limit of an
 * {@link Alarm}, in this order.
 */
public enum AlarmKind {
    /** Figure: for how many seconds; limit: the seconds that it may. */
    MACHINE_SILENT(Severity.CRITICAL, 0, 3_000, "呼叫分配已停止 %2$d 秒", "Calls have not been given to agents for %2$d s"),
    /** The manager interface of the PBX cannot be heard. */
    PBX_DOWN(Severity.CRITICAL, 1_000, 5_000, "与交换机的连接已断开", "The connection to the PBX is down"),
    /** Records go to the outbox meanwhile. Figure: entries that wait. */
    DATABASE_AWAY(Severity.WARNING, 5_000, 10_000, "数据库不可用，%2$d 条记录暂存在本机",
            "The database is away; %2$d records wait on this server"),
    /** Figure: entries that wait; limit: from how many on it is an alarm, a tenth of what fits. */
    OUTBOX_FILLING(Severity.CRITICAL, 0, 30_000, "待写入的记录已有 %2$d 条（警戒线 %3$d 条）",
            "%2$d records wait for the database; the mark is %3$d"),
    /** The database refused them for good, or there was no room. Figure: how many. */
    RECORDS_ASIDE(Severity.CRITICAL, 0, 10_000, "%2$d 条记录无法写入数据库", "%2$d records could not be written to the database"),
    /** A rule that must never break. Figure: how often lately. */
    INVARIANT_BROKEN(Severity.CRITICAL, 0, 0, "程序内部规则被破坏 %2$d 次", "A rule of the program was broken %2$d times"),
    /** Of several servers: this one cannot be sure that it still leads, and commands nothing. */
    LEAD_UNSURE(Severity.CRITICAL, 1_000, 5_000, "本服务器不能确定自己是否为主节点，暂不发出指令",
            "This server cannot be sure that it leads, and commands nothing"),
    /** Subject: a queue; figure: ready agents; limit: as many as there have to be (TEL-24, SHIFT-SWAP). */
    QUEUE_FLOOR(Severity.CRITICAL, 30_000, 5_000, "队列 %1$s 就绪坐席 %2$d 名，至少应有 %3$d 名",
            "Agents ready for queue %1$s: %2$d, there have to be %3$d"),
    /** The same of a skill. */
    SKILL_FLOOR(Severity.CRITICAL, 30_000, 5_000, "技能 %1$s 就绪坐席 %2$d 名，至少应有 %3$d 名",
            "Agents ready with skill %1$s: %2$d, there have to be %3$d"),
    /** Figure: missed deadlines of a hundred calls lately; limit: how many are borne. */
    DEADLINES_MISSED(Severity.WARNING, 0, 60_000, "近期 %2$d%% 的来电未能按时接听（上限 %3$d%%）",
            "Of the last calls %2$d%% were not answered in time; %3$d%% are borne"),
    /** Figure: callers who were told lately that all lines are busy. */
    CALLS_TURNED_AWAY(Severity.CRITICAL, 0, 0, "近期 %2$d 通来电因已达上限未能接入", "Lately %2$d callers were turned away, since all lines are busy"),
    /** The machine is late, and it is no single hiccup. Limit: the seconds between two boards. */
    BOARDS_SLOWED(Severity.WARNING, 6_000, 0, "服务器繁忙，看板每 %3$d 秒更新一次，暂停预测",
            "The server is busy: boards come once in %3$d s, and nothing is foretold"),
    /** A listener was stuck. Figure: events that it did not get lately. */
    EVENTS_DROPPED(Severity.CRITICAL, 0, 0, "%2$d 个事件未能送达记录或统计", "%2$d events did not reach records or figures");

    private final Severity severity;
    private final long afterMs;
    private final long wellMs;
    private final String zh;
    private final String en;

    AlarmKind(Severity severity, long afterMs, long wellMs, String zh, String en) {
        this.severity = severity;
        this.afterMs = afterMs;
        this.wellMs = wellMs;
        this.zh = zh;
        this.en = en;
    }

    public Severity severity() {
        return severity;
    }

    /** It has to be wrong for so many milliseconds on end before it is an alarm. */
    public long afterMs() {
        return afterMs;
    }

    /** It has to be well for so many milliseconds on end before the alarm is over, so that one that flutters is one alarm. */
    public long wellMs() {
        return wellMs;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** As API, metrics and webhooks write it, such as {@code pbx-down}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
