package io.halfminute.chaos;

/**
 * How much of a fault is tried.
 *
 * @param full    the numbers of the table, else the small ones
 * @param wanted rounds that the operator wants instead; 0 for those of the form
 */
record Form(boolean full, int wanted) {

    static final Form SHORT = new Form(false, 0);

    /** How often the fault strikes. */
    int rounds(int inShort, int inFull) {
        return wanted > 0 ? wanted : full ? inFull : inShort;
    }
}
