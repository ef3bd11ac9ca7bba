import type { RecordedCall, World } from "./world";

const CALLS_KEPT = 20_000;

/** Remembers a call for assertions; only the newest are kept. */
export function recordCall(world: World, call: RecordedCall): void {
  world.calls.push(call);
  if (world.calls.length > CALLS_KEPT) world.calls.splice(0, CALLS_KEPT / 2);
}
