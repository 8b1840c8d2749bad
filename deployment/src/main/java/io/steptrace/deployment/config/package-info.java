/** Whether the extension is built in, and the check of its configuration. Imports the runtime only. */
package io.steptrace.deployment.config;
