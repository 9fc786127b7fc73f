/** Benchmarks of the core, by JMH; {@link io.halfminute.bench.CoreBenchmarks} runs them all. */
package io.halfminute.bench;
