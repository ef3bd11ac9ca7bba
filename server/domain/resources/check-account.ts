import type { z } from "zod";
import type { ResourceWorld } from "@/prisma/generated/client";
import type { AccountFindings, AccountProblem } from "@/server/domain/resources/schema";
import { worldOf } from "@/server/domain/resources/world-of";
import type { ProbeResult } from "@/server/providers/provider";
import type { AnyProvider } from "@/server/providers/registry";

export type CheckedAccount = {
  ok: true;
  credentials: Record<string, unknown>;
  settings: Record<string, unknown>;
  found: Extract<ProbeResult, { ok: true }>;
};

/**
 * Parses what somebody typed into a provider's form and looks at the account live. Tells every field of the wrong form
 * at once, and then what the provider says.
 */
export async function checkAccount(
  provider: AnyProvider,
  world: ResourceWorld,
  given: { credentials: Record<string, unknown>; settings: Record<string, unknown> },
): Promise<CheckedAccount | { ok: false; problems: AccountProblem[] }> {
  const credentials = provider.credentialsSchema.safeParse(given.credentials);
  const settings = provider.settingsSchema.safeParse(given.settings);
  if (!credentials.success || !settings.success) {
    return {
      ok: false,
      problems: [
        ...problemsOf(credentials.error, given.credentials),
        ...problemsOf(settings.error, given.settings),
      ],
    };
  }
  const place = worldOf(provider, world, settings.data);
  const found = await provider.probe(credentials.data, place, settings.data);
  if (!found.ok) {
    return {
      ok: false,
      problems: [{ field: found.field ?? null, code: found.code, detail: found.detail || null }],
    };
  }
  return { ok: true, credentials: credentials.data, settings: settings.data, found };
}

/** What a live look found, as pages show it. */
export function findingsOf({ account, warnings, groups }: CheckedAccount["found"]): AccountFindings {
  return {
    account: { username: account.username ?? null, name: account.name },
    warnings,
    groups: groups.map(({ chatId, title, trouble }) => ({ chatId, title: title ?? null, trouble })),
  };
}

/** One problem a field: an empty one is missing, any other is of the wrong form. */
export function problemsOf(error: z.ZodError | undefined, given: Record<string, unknown>): AccountProblem[] {
  const fields = new Set((error?.issues ?? []).map(({ path }) => String(path[0] ?? "")));
  return [...fields].map((field) => {
    const value = given[field];
    const empty = value === undefined || value === null || value === "";
    return { field: field || null, code: empty ? "required" : "wrong", detail: null };
  });
}
