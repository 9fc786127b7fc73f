package io.halfminute.web;

/** What a browser can listen to. */
enum Topic {
    WALLBOARD,
    DESK
}
