/** Traces as tests read them: collected in memory, picked by request, drawn as text. Imports nothing of the application. */
package io.steptrace.traces;
