package io.halfminute.config;

/** Makes a value of what is written. */
@FunctionalInterface
interface Parser<T> {

    /**
     * @throws IllegalArgumentException when it will not do; the message names the text and says what would do
     */
    T parse(String text);
}
