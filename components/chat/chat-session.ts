import type { CustomerSessionView } from "@/server/domain/conversations/schema";

/** Why there is no session: reopen helps with `expired`, nothing with `refused`, trying again with `unreachable`. */
export type SessionRefusal = "expired" | "refused" | "unreachable";

export class SessionError extends Error {
  constructor(readonly refusal: SessionRefusal) {
    super(`no session: ${refusal}`);
  }
}

export type ChatSession = {
  /** The token for `Authorization: Bearer`; throws a SessionError. */
  token(): Promise<string>;
  /** A new token in place of one that was refused. */
  renew(refused: string): Promise<string>;
};

type Kept = Pick<CustomerSessionView, "token" | "expiresAt">;
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
type Proof = { initData: string; bot: string };

// A token about to run out would be refused on its way.
const MARGIN_MS = 60_000;

function readKept(store: Store | null, key: string): Kept | null {
  try {
    const kept = JSON.parse(store?.getItem(key) ?? "null") as Partial<Kept> | null;
    const isAlive = Date.parse(kept?.expiresAt ?? "") > Date.now() + MARGIN_MS;
    return isAlive && typeof kept?.token === "string" ? (kept as Kept) : null;
  } catch {
    return null;
  }
}

function keep(store: Store | null, key: string, session: Kept | null): void {
  try {
    if (session) store?.setItem(key, JSON.stringify(session));
    else store?.removeItem(key);
  } catch {
    // Without storage the token lives in memory alone, and a reload asks for another.
  }
}

async function refusalOf(response: Response): Promise<SessionRefusal> {
  if (response.status >= 500 || response.status === 429 || response.status === 408) return "unreachable";
  const body = (await response.json().catch(() => null)) as { error?: { code?: unknown } } | null;
  return /expired/i.test(String(body?.error?.code)) ? "expired" : "refused";
}

async function requestSession({ initData, bot }: Proof): Promise<Kept> {
  const resourceId = /^\d+$/.test(bot) ? Number(bot) : undefined;
  let response: Response;
  try {
    response = await fetch("/api/chat/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ initData, resourceId }),
      credentials: "omit",
    });
  } catch {
    throw new SessionError("unreachable");
  }
  if (!response.ok) throw new SessionError(await refusalOf(response));
  const { token, expiresAt } = (await response.json()) as CustomerSessionView;
  return { token, expiresAt };
}

/** The customer's session from POST /api/chat/session, kept in `store` for a reload of this tab, never in a cookie. */
export function createChatSession(proof: Proof, store: Store | null): ChatSession {
  // Bound to the very launch: another customer in the same tab has another signature.
  const key = `assistchat:token:${proof.bot}:${new URLSearchParams(proof.initData).get("hash") ?? ""}`;
  let current = readKept(store, key);
  let asking: Promise<Kept> | null = null;

  const ask = async (): Promise<string> => {
    asking ??= requestSession(proof).finally(() => {
      asking = null;
    });
    current = await asking;
    keep(store, key, current);
    return current.token;
  };

  return {
    token: async () => {
      const isAlive = current && Date.parse(current.expiresAt) > Date.now() + MARGIN_MS;
      return current && isAlive ? current.token : ask();
    },
    renew: async (refused) => {
      if (current && current.token !== refused) return current.token;
      current = null;
      keep(store, key, null);
      return ask();
    },
  };
}
