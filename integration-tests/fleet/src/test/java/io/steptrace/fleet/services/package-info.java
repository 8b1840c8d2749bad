/** The two services, each a process, and clients of the first. Imports the packaged application, and not the Collectors. */
package io.steptrace.fleet.services;
