package io.halfminute.acd;

import io.halfminute.call.BrandId;
import io.halfminute.callback.Callback;
import io.halfminute.callback.CallbackId;
import io.halfminute.callback.CallbackReason;
import io.halfminute.callback.CallbackRequest;
import io.halfminute.callback.CallbackState;
import io.halfminute.pbx.CallId;
import io.halfminute.queue.QueueId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table says of callbacks. Promises are p1, p2, ... and attempts k1, k2, ... in the order in which they come.
 * {@code p1 promised 13900139000} [{@code at 600}] [{@code since 3}], {@code p1 cancelled} [{@code 1002}]; {@code 1001 picks-up k1},
 * {@code k1 reached}, {@code k1 missed BUSY}; a server that starts: {@code p1 kept UNDER_WAY k1 13900139000 tries 1}.
 */
final class CallbackWords {

    private final Map<String, CallId> calls = new LinkedHashMap<>();
    private final Map<String, Long> callbackOf = new HashMap<>();
    private final Map<Long, String> promises = new LinkedHashMap<>();

    int attempts() {
        return calls.size();
    }

    void attempt(String name, CallId call) {
        calls.put(name, call);
    }

    CallId call(String name) {
        return calls.getOrDefault(name, new CallId(name));
    }

    String name(CallId call) {
        return calls.entrySet().stream().filter(each -> each.getValue().equals(call)).map(Map.Entry::getKey).findFirst()
                .orElse(call.value());
    }

    long callbackOf(String attempt) {
        return callbackOf.getOrDefault(attempt, 0L);
    }

    String say(Callback callback) {
        String name = promises.computeIfAbsent(callback.id().value(), _ -> "p" + (promises.size() + 1));
        if (callback.state() == CallbackState.UNDER_WAY) {
            return name + " UNDER_WAY";
        }
        return name + " " + callback.state() + (callback.tries() > 0 ? " tries " + callback.tries() : "");
    }

    AcdInput input(String[] words, long nowMs) {
        return switch (words[2]) {
            case "promised" -> new AcdInput.PlaceCallback(new CallbackRequest(words[3], new BrandId("shop-a"),
                    new QueueId(Table.QUEUE_A), List.of(), CallbackReason.REQUESTED, null, 7, ms(words, "since", nowMs),
                    ms(words, "at", 0), ms(words, "until", 0), "1001"));
            case "cancelled" -> new AcdInput.CancelCallback(id(words[1]), by(words), by(words).equals("boss"));
            default -> new AcdInput.RestoreCallbacks(List.of(kept(words, nowMs)));
        };
    }

    private static String by(String[] words) {
        return words.length > 3 ? words[3] : "boss";
    }

    private CallbackId id(String name) {
        return new CallbackId(promises.entrySet().stream().filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey).findFirst().orElse(999L));
    }

    private Callback kept(String[] words, long nowMs) {
        long id = 500 + promises.size();
        promises.put(id, words[1]);
        String call = words[4];
        callbackOf.put(call, id);
        CallbackRequest request = new CallbackRequest(words[5], new BrandId("shop-a"), new QueueId(Table.QUEUE_A), List.of(),
                CallbackReason.ABANDONED, null, 0, nowMs, 0, 0, "");
        return new Callback(new CallbackId(id), request, CallbackState.valueOf(words[3]), new CallId(call), 0, nowMs,
                nowMs + 86_400_000, "", nowMs);
    }

    private static long ms(String[] words, String word, long otherwise) {
        for (int i = 4; i + 1 < words.length; i++) {
            if (words[i].equals(word)) {
                return (long) (Double.parseDouble(words[i + 1]) * 1000);
            }
        }
        return otherwise;
    }
}
