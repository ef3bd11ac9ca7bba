// Preloaded into every part: when the launcher is gone, kill -9 included, its channel closes and the part stops.
import process from "node:process";

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 10_000).unref();
});
// The channel alone must not keep a part alive that has nothing left to do.
process.channel?.unref();
