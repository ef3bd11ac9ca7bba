import type { IncomingMessage, ServerResponse } from "node:http";

/** So long the sender of a body that was refused on the way has to read why, before the connection is gone. */
const LINGER_MS = 5_000;
/** Whatever is no file is small, and here long before. */
const BODY_MS = 5 * 60_000;

/**
 * Sees to it that a body which nobody reads to its end holds up nothing. Answered before (too large, too slow), the
 * answer is the connection's last, and the connection stays a few seconds for it to be read: closed at once, the answer
 * would be lost with what is still coming. A body that is no file and takes five minutes is cut.
 */
export function endBody(
  request: IncomingMessage,
  response: ServerResponse,
  { lingerMs = LINGER_MS, bodyMs = BODY_MS } = {},
): void {
  const { headers, socket } = request;
  if (!headers["transfer-encoding"] && !Number(headers["content-length"])) return;
  const { shouldKeepAlive } = response;
  const { destroySoon } = socket;
  response.shouldKeepAlive = false;
  // Node's own way of closing behind a last answer.
  socket.destroySoon = () => {
    if (request.complete) return destroySoon.call(socket);
    socket.end();
    const linger = setTimeout(() => socket.destroy(), lingerMs);
    socket.once("close", () => clearTimeout(linger));
  };
  request.once("end", () => {
    response.shouldKeepAlive = shouldKeepAlive;
    socket.destroySoon = destroySoon;
  });
  if (request.url?.startsWith("/api/files")) return;
  const late = setTimeout(() => {
    if (!request.complete) socket.destroy();
  }, bodyMs);
  request.once("close", () => clearTimeout(late));
}
