/**
 * How often each post is read: an endpoint that is slow by accident, in code that marks no wait. Imports the post package.
 */
package io.steptrace.blog.views;
