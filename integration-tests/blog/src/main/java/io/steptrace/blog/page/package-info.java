/** The HTML pages: loaded in one step, rendered in the next. Imports the post, author and comment packages. */
package io.steptrace.blog.page;
