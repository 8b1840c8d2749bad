/** What has a name in the code: keys, metrics, attributes, messages. Imports the pages' repository. */
package io.steptrace.docs.names;
