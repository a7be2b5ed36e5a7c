/**
 * Seconds of the processor that some work takes. Unlike those of the clock they do not grow with what else the machine
 * does, so a bound on them only fails when something goes wild. How fast a thing is, benchmarks tell.
 */
export async function effortOf(work: () => unknown): Promise<number> {
  const begun = process.cpuUsage();
  await work();
  return process.cpuUsage(begun).user / 1_000_000;
}
