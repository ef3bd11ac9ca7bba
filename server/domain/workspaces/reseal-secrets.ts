import { isSealedByNewest, seal, unseal } from "@/server/lib/crypto";
import { db } from "@/server/lib/db";

const batch = 200;

type Sealed = { id: number; sealed: string; boundTo: string };

/** A column of sealed texts: the next rows after an id, and a change that happens only to what was read. */
type Column = {
  name: string;
  read: (after: number) => Promise<Sealed[]>;
  write: (row: Sealed, sealed: string) => Promise<{ count: number }>;
};

const columns: Column[] = [
  {
    name: "resources.credentials",
    read: async (after) => {
      const rows = await db.resource.findMany({
        where: { id: { gt: after }, credentials: { not: "" } },
        orderBy: { id: "asc" },
        take: batch,
        select: { id: true, workspaceId: true, credentials: true },
      });
      return rows.map(({ id, workspaceId, credentials }) => ({
        id,
        sealed: credentials,
        boundTo: `${workspaceId}:${id}`,
      }));
    },
    write: ({ id, sealed: before }, credentials) =>
      db.resource.updateMany({ where: { id, credentials: before }, data: { credentials } }),
  },
  {
    name: "ai_settings.api_key",
    read: async (after) => {
      const rows = await db.aiSettings.findMany({
        where: { workspaceId: { gt: after }, apiKey: { not: null } },
        orderBy: { workspaceId: "asc" },
        take: batch,
        select: { workspaceId: true, apiKey: true },
      });
      return rows.map(({ workspaceId, apiKey }) => ({
        id: workspaceId,
        sealed: apiKey ?? "",
        boundTo: `${workspaceId}:ai`,
      }));
    },
    write: ({ id, sealed: before }, apiKey) =>
      db.aiSettings.updateMany({ where: { workspaceId: id, apiKey: before }, data: { apiKey } }),
  },
  {
    name: "users.totp_secret",
    read: async (after) => {
      const rows = await db.user.findMany({
        where: { id: { gt: after }, totpSecret: { not: null } },
        orderBy: { id: "asc" },
        take: batch,
        select: { id: true, totpSecret: true },
      });
      return rows.map(({ id, totpSecret }) => ({ id, sealed: totpSecret ?? "", boundTo: `user:${id}` }));
    },
    write: ({ id, sealed: before }, totpSecret) =>
      db.user.updateMany({ where: { id, totpSecret: before }, data: { totpSecret } }),
  },
];

/**
 * Seals everything sealed under an older key anew under the newest, row by row, so that it may be broken off and begun
 * again and disturbs nobody at work. Tells how many were sealed anew and which could not be opened (`column id`).
 */
export async function resealSecrets(): Promise<{ resealed: number; unreadable: string[] }> {
  let resealed = 0;
  const unreadable: string[] = [];
  for (const { name, read, write } of columns) {
    let rows = await read(0);
    while (rows.length > 0) {
      for (const row of rows.filter(({ sealed }) => !isSealedByNewest(sealed))) {
        const opened = tryToOpen(row);
        if (opened === null) unreadable.push(`${name} ${row.id}`);
        else resealed += (await write(row, seal(opened, row.boundTo))).count;
      }
      rows = await read(rows.at(-1)?.id ?? Number.MAX_SAFE_INTEGER);
    }
  }
  return { resealed, unreadable };
}

function tryToOpen({ sealed, boundTo }: Sealed): string | null {
  try {
    return unseal(sealed, boundTo);
  } catch {
    // Told by the caller with the others.
    return null;
  }
}
