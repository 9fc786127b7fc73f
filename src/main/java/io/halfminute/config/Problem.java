package io.halfminute.config;

/**
 * Something in the configuration that will not do.
 *
 * @param file    the file's name
 * @param line    counted from 1; 0 when it is about the file as a whole
 * @param key     the path to the value, such as {@code queues.shop-a.ring}; empty when it is about the file
 * @param message what is wrong with which value, and what would do
 */
public record Problem(String file, int line, String key, String message) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (key.isEmpty() ? "" : "  " + key) + ": " + message;
    }
}
