package io.halfminute.view;

/**
 * Bounds of the boards.
 *
 * @param publishEveryMs  a new board at most once in so many milliseconds; an agent's own news reach his desk at once
 * @param refreshMs       an unchanged board is published again after so long, so that its age tells the link's
 * @param windowMinutes   what "now" means in the service level: so many minutes, the present one included
 * @param maxCalls        calls kept at a time; beyond it the eldest is given up
 * @param rememberedEnded ids of ended calls remembered, so that a repeated event does not bring one back
 */
public record ViewLimits(int publishEveryMs, int refreshMs, int windowMinutes, int maxCalls, int rememberedEnded) {

    /** What ships. */
    public static final ViewLimits DEFAULT = new ViewLimits(100, 1_000, 15, 10_000, 10_000);

    public ViewLimits {
        atLeast("publishEveryMs", publishEveryMs, 0);
        atLeast("refreshMs", refreshMs, publishEveryMs);
        atLeast("windowMinutes", windowMinutes, 1);
        atLeast("maxCalls", maxCalls, 1);
        atLeast("rememberedEnded", rememberedEnded, 1);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " " + value + ": at least " + least + " is needed");
        }
    }
}
