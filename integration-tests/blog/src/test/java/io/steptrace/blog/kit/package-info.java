/** The blog as users of the test kit test it. Imports the kit, nothing of the application. */
package io.steptrace.blog.kit;
