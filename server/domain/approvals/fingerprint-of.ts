import { createHash } from "node:crypto";

/** What proposals say, in a few letters that change with every edit: a button or a page carries what its reader has seen. */
export function fingerprintOf(approvals: readonly { id: number; text: string }[]): string {
  const said = approvals.toSorted((a, b) => a.id - b.id).map(({ id, text }) => [id, text]);
  return createHash("sha256").update(JSON.stringify(said)).digest("hex").slice(0, 12);
}
