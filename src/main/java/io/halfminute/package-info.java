/** Halfminute: a contact-centre server for Asterisk. */
package io.halfminute;
