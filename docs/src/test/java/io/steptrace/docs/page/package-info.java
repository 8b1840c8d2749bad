/**
 * The pages as their readers see them: blocks, prose, links and anchors. Imports nothing of the project.
 */
package io.steptrace.docs.page;
