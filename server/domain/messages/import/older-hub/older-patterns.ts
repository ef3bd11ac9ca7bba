import { readIntent } from "@/server/domain/messages/import/older-hub/older-messages";
import type { OlderTables } from "@/server/domain/messages/import/older-hub/older-tables";
import { readFlag, readText } from "@/server/domain/messages/import/older-hub/read-value";
import type { BadRow, ImportPlace } from "@/server/domain/messages/import/schema";
import type { Tx } from "@/server/lib/db";

const most = 2000;
/** Patterns run in linear time: no looking around, no references back. */
const beyond = /\(\?(?:[=!]|<[=!])|\\[1-9]/;

/** Makes the older hub's patterns rules of the workspace; those it has already are passed over. */
export async function olderPatterns(
  tx: Tx,
  { workspaceId }: ImportPlace,
  table: NonNullable<OlderTables["message_patterns"]>,
): Promise<{ added: number; bad: BadRow[] }> {
  const rows = await table.page(-(2 ** 53), most);
  const bad: BadRow[] = [];
  const known = await tx.intentPattern.findMany({ where: { workspaceId } });
  const has = new Set(known.map(({ intent, pattern }) => `${intent} ${pattern}`));
  const wanted = rows.flatMap((row) => {
    const pattern = wordsOf(row.pattern);
    const kind = kindOf(
      pattern,
      table.has("regex") && readText(row.regex) === pattern,
      readFlag(row.isRegex),
    );
    const where = `message_patterns ${row.id}`;
    if (!pattern) bad.push({ where, why: "it has no pattern" });
    else if (kind === null) bad.push({ where, why: `“${pattern}” is no regular expression in RE2's syntax` });
    else {
      const intent = readIntent(row.intent);
      if (has.has(`${intent} ${pattern}`)) return [];
      has.add(`${intent} ${pattern}`);
      const priority = Math.trunc(Number(readText(row.priority) ?? 0)) || 0;
      const name = readText(row.name) ?? readText(row.intent) ?? pattern.slice(0, 60);
      const enabled = !table.has("enabled") || readFlag(row.enabled);
      return [{ workspaceId, name, intent, kind, pattern, priority, enabled, urgent: readFlag(row.urgent) }];
    }
    return [];
  });
  const { count } = await tx.intentPattern.createMany({ data: wanted, skipDuplicates: true });
  return { added: count, bad };
}

/** Lists, JSON ones too, become keywords with commas. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(", ");
  const text = readText(value)?.trim() ?? "";
  if (!/^\[".*"\]$/s.test(text)) return text;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) ? list.map(String).join(", ") : text;
  } catch {
    return text;
  }
}

function kindOf(pattern: string, isRegexColumn: boolean, isRegex: boolean): "keywords" | "regex" | null {
  if (!isRegexColumn && !isRegex && !/[\\|^$*+?()[\]{}]/.test(pattern)) return "keywords";
  if (beyond.test(pattern)) return null;
  try {
    new RegExp(pattern, "iu");
    return "regex";
  } catch {
    return null;
  }
}
