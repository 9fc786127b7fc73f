package io.halfminute.simulation;

/** Watches one rule from outside: it sees only what goes into the machine and what comes out. */
interface Checker {

    /**
     * After every step.
     *
     * @throws RuleBroken when the step broke the rule
     */
    void see(Step step);

    /**
     * All callers have gone and nothing is wrong any more.
     *
     * @throws RuleBroken when something is left that should not be
     */
    default void settled() {
    }
}
