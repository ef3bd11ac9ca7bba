import { createHmac, createPublicKey, timingSafeEqual, verify } from "node:crypto";

/**
 * How initData is proven: `bot` with the bot's own token, `telegram` with Telegram's public Ed25519 key (32 bytes, hex)
 * for whoever knows only the bot's id. https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
 */
export type InitDataProof =
  | { scheme: "bot"; token: string }
  | { scheme: "telegram"; botId: string; publicKeyHex: string };

export type InitDataFault =
  | "malformed"
  | "hash_missing"
  | "signature_missing"
  | "auth_date"
  | "signature"
  | "expired"
  | "from_the_future";

export type InitDataVerdict = { ok: true; fields: Map<string, string> } | { ok: false; fault: InitDataFault };

/** Age is not checked when `maxAgeSeconds` is left out; exactly that age still passes. */
type Moment = { now: Date; maxAgeSeconds?: number };

const longest = 16_384;
/** Clocks of phones and servers differ; more than this is not a clock. */
const clockSkewSeconds = 300;
// DER header of an Ed25519 public key (RFC 8410), which node:crypto wants before the 32 bytes.
const ed25519Header = Buffer.from("302a300506032b6570032100", "hex");

/**
 * Tells whether a Mini App's initData (a query string) is authentic and fresh. The order of its fields does not
 * matter; a field that stands twice makes it malformed. Nothing in `fields` may be trusted unless `ok`.
 */
export function checkInitData(initData: string, proof: InitDataProof, moment: Moment): InitDataVerdict {
  if (initData.length > longest) return { ok: false, fault: "malformed" };
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(initData)) {
    if (fields.has(name)) return { ok: false, fault: "malformed" };
    fields.set(name, value);
  }
  const given = fields.get(proof.scheme === "bot" ? "hash" : "signature");
  if (given === undefined)
    return { ok: false, fault: proof.scheme === "bot" ? "hash_missing" : "signature_missing" };
  const authDate = fields.get("auth_date") ?? "";
  if (!/^\d{1,12}$/.test(authDate)) return { ok: false, fault: "auth_date" };
  const genuine =
    proof.scheme === "bot" ? signedByBot(fields, given, proof) : signedByTelegram(fields, given, proof);
  if (!genuine) return { ok: false, fault: "signature" };
  if (moment.maxAgeSeconds !== undefined) {
    const age = Math.floor(moment.now.getTime() / 1000) - Number(authDate);
    if (age > moment.maxAgeSeconds) return { ok: false, fault: "expired" };
    if (age < -clockSkewSeconds) return { ok: false, fault: "from_the_future" };
  }
  return { ok: true, fields };
}

function signedByBot(fields: Map<string, string>, hash: string, { token }: { token: string }): boolean {
  // `signature` belongs to what the bot's key signs; only `hash` is left out.
  const secret = createHmac("sha256", "WebAppData").update(token).digest();
  const expected = createHmac("sha256", secret)
    .update(checkString(fields, ["hash"]))
    .digest();
  if (!/^[0-9a-f]{64}$/i.test(hash)) return false;
  return timingSafeEqual(expected, Buffer.from(hash, "hex"));
}

function signedByTelegram(
  fields: Map<string, string>,
  signature: string,
  { botId, publicKeyHex }: { botId: string; publicKeyHex: string },
): boolean {
  if (!/^[\w-]{86}(==)?$/.test(signature)) return false;
  const key = createPublicKey({
    key: Buffer.concat([ed25519Header, Buffer.from(publicKeyHex, "hex")]),
    format: "der",
    type: "spki",
  });
  const text = `${botId}:WebAppData\n${checkString(fields, ["hash", "signature"])}`;
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
}

function checkString(fields: Map<string, string>, leftOut: string[]): string {
  return [...fields]
    .filter(([name]) => !leftOut.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join("\n");
}
