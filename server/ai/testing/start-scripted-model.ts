import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ScriptedReply =
  /** A streamed completion of this text, cut into these pieces. */
  | { pieces: string[]; pauseMs?: number; finish?: "end" | "cut" | "hang" }
  | { status: number; body?: unknown; headers?: Record<string, string> };

export type ScriptedModel = {
  url: string;
  /** Bodies of the requests so far. */
  requests: Record<string, unknown>[];
  close: () => Promise<void>;
};

/** A real HTTP endpoint for tests that gives out scripted replies, one a request, the last one again and again. */
export async function startScriptedModel(
  replies: (ScriptedReply | ((body: Record<string, unknown>) => ScriptedReply))[],
): Promise<ScriptedModel> {
  const requests: Record<string, unknown>[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    const body = text ? JSON.parse(text) : {};
    const next = replies[Math.min(requests.length, replies.length - 1)];
    requests.push(body);
    const reply = typeof next === "function" ? next(body) : next;
    if (reply && "pieces" in reply) await stream(response, reply, body.stream === true);
    else {
      response.writeHead(reply?.status ?? 404, { "content-type": "application/json", ...reply?.headers });
      response.end(JSON.stringify(reply?.body ?? { error: { message: "scripted" } }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function stream(
  response: ServerResponse,
  reply: Extract<ScriptedReply, { pieces: string[] }>,
  streamed: boolean,
) {
  const usage = { prompt_tokens: 100, completion_tokens: 10, total_tokens: 110 };
  if (!streamed) {
    const message = { role: "assistant", content: reply.pieces.join("") };
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: "stop" }], usage }));
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.flushHeaders();
  for (const content of reply.pieces) {
    response.write(
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`,
    );
    await new Promise((resolve) => setTimeout(resolve, reply.pauseMs ?? 0));
  }
  if (reply.finish === "hang") return;
  if (reply.finish === "cut") {
    response.destroy();
    return;
  }
  response.write(`data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
  response.end();
}
