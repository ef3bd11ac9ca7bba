import type { IncomingMessage } from "node:http";
import { clientAddress } from "./client-address";
import { isLocalRequest } from "./is-local-request";

/** Overwrites `x-client-address` and `x-peer-loopback` with what we know, whatever the client wrote there. */
export function markCaller(request: IncomingMessage, isTrusted: (address: string) => boolean): void {
  const peer = request.socket.remoteAddress ?? "";
  const forwarded = request.headers["x-forwarded-for"];
  const forwardedFor = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  const local = isLocalRequest(peer, request.headers);
  request.headers["x-client-address"] = clientAddress({ peer, forwardedFor, isTrusted });
  request.headers["x-peer-loopback"] = local ? "1" : "0";
}
