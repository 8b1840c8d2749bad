/**
 * What happens at build time: finding and checking steps and effects, binding interceptors, opening queues. One processor per
 * capability; the plain classes beside them know Jandex but no Quarkus.
 */
package io.steptrace.deployment;
