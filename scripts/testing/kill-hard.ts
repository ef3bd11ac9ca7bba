/** Kills a process as a crash would. Throws without a number: 0 would mean everybody, this process too. */
export function killHard(pid: number | undefined): void {
  if (!pid) throw new Error("There is no process to kill");
  process.kill(pid, "SIGKILL");
}
