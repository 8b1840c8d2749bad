/** What becomes of spans that have ended: sampling, then export. Imports {@code config} and the runtime. */
package io.steptrace.deployment.export;
