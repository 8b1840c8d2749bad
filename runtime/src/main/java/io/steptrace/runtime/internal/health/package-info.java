/** What health checks show. Imports {@code export}, {@code stuck} and the API of SmallRye Health, which may be absent. */
package io.steptrace.runtime.internal.health;
