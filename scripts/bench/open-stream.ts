import { Agent, request } from "node:http";
import type { CustomerEvent } from "@/server/domain/conversations/schema";

// As many connections as there are streams.
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** Opens a customer's event stream as the page does; resolves when the server has begun it, with how to close it. */
export function openStream(
  origin: string,
  token: string,
  on: { message: (text: string) => void; end: () => void },
): Promise<() => void> {
  const address = new URL("/api/trpc/chat.events", origin);
  address.searchParams.set("input", JSON.stringify({ cursor: "0.0" }));
  return new Promise((resolve, reject) => {
    const asked = request(
      address,
      { agent, headers: { accept: "text/event-stream", authorization: `Bearer ${token}` } },
      (answer) => {
        if (answer.statusCode !== 200) {
          answer.resume();
          return reject(new Error(`A stream was refused: ${answer.statusCode}`));
        }
        let rest = "";
        answer.setEncoding("utf8");
        answer.on("data", (piece: string) => {
          const lines = (rest + piece).split("\n");
          rest = lines.pop() ?? "";
          for (const line of lines) {
            if (!line.startsWith('data: {"type":"message"')) continue;
            const event = JSON.parse(line.slice("data: ".length)) as CustomerEvent;
            if (event.type === "message" && event.message.author === "customer")
              on.message(event.message.text);
          }
        });
        answer.once("close", on.end);
        resolve(() => {
          answer.off("close", on.end);
          asked.destroy();
        });
      },
    );
    asked.once("error", reject);
    asked.end();
  });
}
