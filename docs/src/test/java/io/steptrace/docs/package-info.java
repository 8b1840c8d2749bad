/** That nothing on the pages becomes false in silence. Imports the rooms that read the pages and the code. */
package io.steptrace.docs;
