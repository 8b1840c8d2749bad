/** Posts as active records: entities with static methods, called through a bean that has the effects. */
package io.steptrace.panache;
