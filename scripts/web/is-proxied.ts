import type { IncomingHttpHeaders } from "node:http";

const PROXY_HEADER = /^(x-forwarded-.+|forwarded|x-real-ip|via|cf-.+|true-client-ip|x-client-ip)$/;

/** Whether a request bears a header that proxies add. */
export function isProxied(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some((name) => PROXY_HEADER.test(name));
}
