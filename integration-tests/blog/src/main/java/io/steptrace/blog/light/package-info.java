/**
 * The list of posts once more, with one span and with four, for those who measure what three spans cost. Imports the post and
 * page packages.
 */
package io.steptrace.blog.light;
