/** A chat room over WebSockets and the event bus. */
package io.steptrace.features.chat;
