/** The exporter of Quarkus as a bean: a stand-in, made of Quarkus' own classes. Imports the fixture. */
package io.steptrace.test.export.bean;
