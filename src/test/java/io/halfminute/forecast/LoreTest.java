package io.halfminute.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LoreTest {

    private final SplittableRandom chance = new SplittableRandom(7);

    @Test
    void theOpinionGivesWayToWhatIsSeen() {
        Lasting talk = Lasting.aboutLogNormal(100, 150_000, 0.7);
        assertEquals(150_000, talk.draws().quantile(0.5), 10_000);
        for (int i = 0; i < Lasting.OPINION; i++) {
            talk.add(60_000);
        }
        assertEquals(60_000, talk.draws().quantile(0.05));
        assertEquals(60_000, talk.draws().quantile(0.99));
    }

    @Test
    void onlyTheLastTimesCount() {
        Lasting talk = Lasting.aboutLogNormal(100, 150_000, 0.7);
        for (int i = 0; i < 1_000; i++) {
            talk.add(i < 900 ? 60_000 : 90_000);
        }
        assertEquals(90_000, talk.draws().quantile(0.01));
        assertEquals(1_000, talk.seen());
    }

    @Test
    void whatHasLastedLongerThanAnythingSeenGoesOnAllTheSame() {
        Draws draws = new Draws(new long[] {1_000, 2_000, 3_000});
        for (int i = 0; i < 100; i++) {
            assertTrue(draws.drawBeyond(60_000, chance) >= 60_000);
        }
        assertEquals(2 / 3.0, draws.beyond(1_000), 1e-9);
    }

    @Test
    void patienceIsLearnedAlsoFromThoseWhoWereAnswered() {
        Patience patience = new Patience();
        for (int i = 0; i < 5_000; i++) {
            long staysMs = Math.round(-60_000 * Math.log(1 - chance.nextDouble()));
            long answeredMs = Math.round(-20_000 * Math.log(1 - chance.nextDouble()));
            if (staysMs < answeredMs) {
                patience.gaveUp(staysMs);
            } else {
                patience.stayed(answeredMs);
            }
        }
        int left = 0;
        for (int i = 0; i < 10_000; i++) {
            left += patience.drawBeyond(0, chance) < 30_000 ? 1 : 0;
        }
        assertEquals(1 - Math.exp(-0.5), left / 10_000.0, 0.03);
    }

    @Test
    void aRushIsFollowedWithinMinutes() {
        Rate rate = new Rate();
        rate.begin(0);
        for (long ms = 0; ms < 7_200_000; ms += 20_000) {
            rate.happened(ms);
        }
        assertEquals(180, rate.expected(7_200_000).perMs() * 3_600_000, 12);
        for (long ms = 7_200_000; ms < 7_800_000; ms += 5_000) {
            rate.happened(ms);
        }
        assertTrue(rate.expected(7_800_000).perMs() * 3_600_000 > 500);
    }
}
