/** The pages of the Dev UI: the only package that knows it. Imports {@code io.steptrace.dev}, and anything of the build. */
package io.steptrace.deployment.devui;
