/** The packaged application with a heap that its spans would fill. Imports the collector and the application's process. */
package io.steptrace.faults.memory;
