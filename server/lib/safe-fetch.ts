import { lookup } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Readable } from "node:stream";
import ipaddr from "ipaddr.js";
import { env } from "@/server/lib/env";
import { isPublicAddress } from "@/server/lib/is-public-address";

/** Why an address was not asked, or its answer not taken. */
export type RefusedUrlReason =
  | "bad_url"
  | "credentials"
  | "unresolvable"
  | "private_address"
  | "too_large"
  | "encoded";

export class RefusedUrl extends Error {
  constructor(
    readonly reason: RefusedUrlReason,
    message: string,
  ) {
    super(message);
    this.name = "RefusedUrl";
  }
}

type Address = { address: string; family: number };

export type SafeFetchOptions = {
  /** Milliseconds for the whole exchange, its body included; 30 s when left out. */
  timeoutMs?: number;
  /** An answer with a longer body breaks off with `too_large`; 16 MB when left out. */
  maxBytes?: number;
  /** Beginnings of addresses that may be private, such as `http://127.0.0.1:3001/v1/`: our own stand-ins. */
  ownUrls?: readonly string[];
  /** Names, addresses and ranges that may be private; ALLOW_PRIVATE_HOSTS when left out. */
  allowed?: readonly string[];
  /** Looks a name up; the system's resolver when left out. */
  resolve?: (host: string) => Promise<Address[]>;
};

/**
 * Fetches an address that a user typed in. Every address its name stands for must be public, and the connection goes to
 * those that were checked, whatever the name means a moment later. Redirects come back as they are. Throws RefusedUrl,
 * network errors as Node has them, and the signal's reason.
 */
export async function safeFetch(
  input: string | URL,
  init: RequestInit = {},
  options: SafeFetchOptions = {},
): Promise<Response> {
  const url = readUrl(input);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const deadline = AbortSignal.timeout(options.timeoutMs ?? 30_000);
  const signal = init.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
  const addresses = await interruptible(checkedAddresses(url, host, options), signal);
  // A Response knows how each kind of body is put into bytes, and its type.
  const packed = new Response(init.body ?? null);
  const body = init.body == null ? null : Buffer.from(await packed.arrayBuffer());
  const headers = new Headers(init.headers);
  const type = packed.headers.get("content-type");
  if (type && !headers.has("content-type")) headers.set("content-type", type);
  // Unpacking would let a small answer become a huge one.
  headers.set("accept-encoding", "identity");
  if (body) headers.set("content-length", String(body.length));

  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? requestHttps : requestHttp)(
      {
        hostname: host,
        port: url.port || undefined,
        path: url.pathname + url.search,
        method: init.method ?? "GET",
        headers: Object.fromEntries(headers),
        // A connection that is kept could outlive the check.
        agent: false,
        lookup: pinnedTo(addresses),
        signal,
      },
      (answer) => {
        const encoding = answer.headers["content-encoding"] ?? "identity";
        if (encoding !== "identity") {
          answer.destroy();
          reject(new RefusedUrl("encoded", `The answer is packed (${encoding}), which was not asked for.`));
          return;
        }
        const status = answer.statusCode ?? 500;
        const hasBody = status !== 204 && status !== 205 && status !== 304;
        if (!hasBody) answer.resume();
        const limited = Readable.from(upTo(answer, options.maxBytes ?? 16 * 1024 * 1024, signal), {
          objectMode: false,
        });
        const web = hasBody ? (Readable.toWeb(limited) as ReadableStream<Uint8Array<ArrayBuffer>>) : null;
        const received = new Headers();
        for (const [name, value] of Object.entries(answer.headersDistinct))
          for (const one of value ?? []) received.append(name, one);
        resolve(new Response(web, { status, statusText: answer.statusMessage, headers: received }));
      },
    );
    request.on("error", (error) => reject(signal.aborted ? signal.reason : error));
    request.end(body);
  });
}

function readUrl(input: string | URL): URL {
  if (!URL.canParse(String(input))) throw new RefusedUrl("bad_url", "This is no address.");
  const url = new URL(input);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new RefusedUrl("bad_url", "The address must begin with http:// or https://.");
  if (url.username || url.password)
    throw new RefusedUrl("credentials", "The address must not hold a name or password.");
  return url;
}

/** The addresses a host stands for, if all of them may be asked. */
async function checkedAddresses(url: URL, host: string, options: SafeFetchOptions): Promise<Address[]> {
  const addresses = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await (options.resolve ?? resolveHost)(host).catch(() => []);
  if (addresses.length === 0)
    throw new RefusedUrl("unresolvable", `There is no host called ${host.slice(0, 100)}.`);
  const allowed = options.allowed ?? env.ALLOW_PRIVATE_HOSTS;
  const mayBePrivate =
    options.ownUrls?.some((own) => url.href.startsWith(own)) ||
    allowed.some((entry) => sameName(entry, host));
  if (mayBePrivate) return addresses;
  const refused = addresses.find(
    ({ address }) => !isPublicAddress(address) && !allowed.some((entry) => covers(entry, address)),
  );
  if (refused)
    throw new RefusedUrl("private_address", "The address is private; the operator has not allowed it.");
  return addresses;
}

function resolveHost(host: string): Promise<Address[]> {
  // RFC 6761: localhost is this machine, however it is written; resolvers differ about the dot at its end.
  return lookup(/(^|\.)localhost\.?$/i.test(host) ? "localhost" : host, { all: true });
}

const sameName = (entry: string, host: string) => {
  const bare = (name: string) => name.toLowerCase().replace(/\.$/, "");
  return bare(entry) === bare(host);
};

/** Whether an entry of ALLOW_PRIVATE_HOSTS is this address or a range around it. */
function covers(entry: string, address: string): boolean {
  const own = ipaddr.process(address);
  if (ipaddr.isValid(entry)) return ipaddr.process(entry).toNormalizedString() === own.toNormalizedString();
  if (!ipaddr.isValidCIDR(entry)) return false;
  const [network, bits] = ipaddr.parseCIDR(entry);
  return network.kind() === own.kind() && own.match(network, bits);
}

/** Answers every look-up of the connection with the addresses that were checked. */
function pinnedTo(addresses: Address[]): LookupFunction {
  return (_host, options, callback) => {
    const family = Number(String(options.family ?? 0).replace(/\D/g, ""));
    const fitting = addresses.filter((one) => !family || one.family === family);
    const [first] = fitting;
    if (!first)
      return callback(Object.assign(new Error("No address of this kind"), { code: "ENOTFOUND" }), "");
    if (options.all) callback(null, fitting);
    else callback(null, first.address, first.family);
  };
}

async function* upTo(
  answer: AsyncIterable<Buffer>,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  let bytes = 0;
  try {
    for await (const chunk of answer) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new RefusedUrl("too_large", "The answer is too large.");
      yield chunk;
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  }
}

/** A resolver cannot be told to stop; its answer is then not waited for. */
function interruptible<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
