/**
 * What the platform does besides steps: contexts, requests, pools, messages; nothing where an extension is absent. Imports
 * {@code config} and the runtime.
 */
package io.steptrace.deployment.platform;
