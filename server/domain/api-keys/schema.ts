import { z } from "zod";

/** What a key may do; the pages put each into words (ApiKeys.scope.*). */
export const API_SCOPES = [
  "messages:read",
  "messages:write",
  "contacts:read",
  "contacts:write",
  "conversations:read",
  "conversations:write",
  "knowledge:read",
  "knowledge:write",
  "bot:read",
  "bot:control",
  "approvals:propose",
  "approvals:decide",
  "analytics:read",
  "leads:read",
  "leads:write",
  "meetings:read",
  "meetings:write",
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Days a new key lasts; null for a key without an end. */
export const KEY_LIFETIMES = [30, 90, 365, null] as const;

/**
 * A new key. Who proposes messages must not approve them too: a key with both scopes needs an owner, who types the
 * workspace's name into `confirmBoth`.
 */
export const createApiKeyInput = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.enum(API_SCOPES)).min(1).max(API_SCOPES.length),
  days: z.union([z.literal(30), z.literal(90), z.literal(365), z.null()]),
  confirmBoth: z.string().max(200).optional(),
});
export type CreateApiKeyInput = z.infer<typeof createApiKeyInput>;

export const apiKeyIdInput = z.object({
  apiKeyId: z
    .number()
    .int()
    .positive()
    .max(2 ** 31 - 1),
});

/** A key as the page shows it; moments are ISO 8601. */
export type ApiKeyView = {
  id: number;
  name: string;
  /** `ac_` and the eight visible characters; null for the key of the environment (HUB_API_KEY). */
  prefix: string | null;
  scopes: string[];
  createdBy: string | null;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  lastUsedIp: string | null;
  state: "active" | "expired" | "revoked";
};

export type CreateApiKeyResult =
  /** `key` is told this once. */
  | { ok: true; key: string; view: ApiKeyView }
  | { ok: false; reason: "confirm_both" | "owner_only" | "too_many" };
