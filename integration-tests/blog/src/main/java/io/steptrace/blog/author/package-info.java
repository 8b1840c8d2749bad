/** Authors: the database, a cache before it, and the effect that both make up. Imports the database package. */
package io.steptrace.blog.author;
