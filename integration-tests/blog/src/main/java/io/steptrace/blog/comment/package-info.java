/** Comments: served as JSON by one endpoint and fetched from it over HTTP. Imports the database package. */
package io.steptrace.blog.comment;
