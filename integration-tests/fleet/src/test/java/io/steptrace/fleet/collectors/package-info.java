/**
 * The Collectors of the fleet, configured with the files of the documentation. Imports what starts servers that are not ours;
 * nothing of the services.
 */
package io.steptrace.fleet.collectors;
