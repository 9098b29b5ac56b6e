/**
 * Servers to measure ours against, each a program of its own: the fastest that Jetty can be, and HAPI's plain server as
 * anyone would write it. {@code src/test/benchmark/load.py} runs them.
 */
package org.w3id.materia.server.benchmark;
