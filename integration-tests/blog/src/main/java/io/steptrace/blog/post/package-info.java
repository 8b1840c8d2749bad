/** Posts: what they are, where they are kept, how one is written. Imports the author and database packages. */
package io.steptrace.blog.post;
