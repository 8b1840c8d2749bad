/**
 * Traces as tests read them: collected in memory or received from another process, picked by request, drawn as text. Imports
 * nothing of the application.
 */
package io.steptrace.traces;
