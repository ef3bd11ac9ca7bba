import { parentPort } from "node:worker_threads";
import { listenerFor } from "@/bots/listener-for";
import { serveListeners } from "@/bots/watchdog/serve-listeners";

// The thread in which one provider's listeners run: whatever they do to it, they do to no other provider.
if (!parentPort) throw new Error("This runs in a worker thread only");
serveListeners(parentPort, listenerFor);
