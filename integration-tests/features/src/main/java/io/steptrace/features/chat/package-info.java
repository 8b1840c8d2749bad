/** People who talk: WebSockets Next, the event bus, a REST client. Imports no other package of the application. */
package io.steptrace.features.chat;
