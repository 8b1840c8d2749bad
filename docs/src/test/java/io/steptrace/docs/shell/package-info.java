/** What the commands on the pages name, held against the repository. Imports the pages, and the names of keys. */
package io.steptrace.docs.shell;
