import { editDistance } from "@/server/domain/knowledge/edit-distance";
import { fixLayout } from "@/server/domain/knowledge/fix-layout";
import { foldText } from "@/server/domain/knowledge/fold-text";
import { postgresLexer } from "@/server/domain/knowledge/postgres-lexer";
import { pool } from "@/server/lib/db";

/** What is searched for: each group is one typed word, by any of its lexemes or by a beginning. */
export type SearchWords = { lexemes: Set<string>; prefix: string | null; query: string };

type Group = { lexemes: Set<string>; prefix: string | null };
type Typed = { word: string; lexeme: string | null; isLast: boolean; known: boolean };

const mostWords = 12;
const longestWord = 40;
/** A misspelt word stands for so many words at most. */
const mostMeant = 8;

/** Stems of folded words by the database's own dictionaries, kept in memory; null for the commonest words. */
export const lexemesOf = postgresLexer((sql, params) => pool().query(sql, params));

/** Words as `hub_fold` leaves them in the database. */
export const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Makes a tsquery over `hub_messages.words` of what a person types: every word in any form, the last one perhaps
 * unfinished, and what the workspace never wrote as the keys or the words that were meant. Null when there is no word.
 */
export async function searchWords(workspaceId: number, typed: string): Promise<SearchWords | null> {
  let words = await lookUp(workspaceId, cut(foldText(typed)));
  if (words.some(({ known }) => !known) && /[a-z]/i.test(typed)) {
    const meant = await lookUp(workspaceId, cut(foldText(fixLayout(typed.toLowerCase()))));
    if (meant.length > 0 && meant.every(({ known }) => known)) words = meant;
  }
  // What everybody says in every message finds nothing, unless nothing else is asked for.
  const telling = words.filter(({ lexeme }) => lexeme !== null);
  const groups: Group[] = [];
  for (const word of telling.length > 0 ? telling : words) groups.push(await groupOf(workspaceId, word));
  if (groups.length === 0) return null;
  return {
    lexemes: new Set(groups.flatMap(({ lexemes }) => [...lexemes])),
    prefix: groups.at(-1)?.prefix ?? null,
    query: groups.map((group) => `(${alternatives(workspaceId, group).join(" | ")})`).join(" & "),
  };
}

function cut(text: string): string[] {
  return (text.match(WORD) ?? []).slice(0, mostWords).map((word) => word.slice(0, longestWord));
}

/** Which of the words somebody of the workspace wrote, in that form or another. */
async function lookUp(workspaceId: number, words: string[]): Promise<Typed[]> {
  if (words.length === 0) return [];
  const lexemes = await lexemesOf(words);
  const last = words.length - 1;
  const { rows } = await pool().query<{ known: boolean }>(
    `select exists (select from hub_words k where k.workspace_id = $1 and k.word in (t.word, t.lexeme))
       or (t.at = cardinality($2::text[]) and length(t.word) > 1 and exists (select from hub_words k where k.workspace_id = $1
         and k.word >= t.word and k.word < t.word || chr(1114111))) as known
     from unnest($2::text[], $3::text[]) with ordinality as t(word, lexeme, at) order by t.at`,
    [workspaceId, words, words.map((word) => lexemes.get(word) ?? word)],
  );
  return words.map((word, at) => {
    const lexeme = lexemes.get(word) ?? null;
    return { word, lexeme, isLast: at === last, known: lexeme === null || rows[at]?.known === true };
  });
}

async function groupOf(workspaceId: number, { word, lexeme, isLast, known }: Typed): Promise<Group> {
  if (known)
    return { lexemes: new Set([word, lexeme ?? word]), prefix: isLast && word.length > 1 ? word : null };
  const meant = await similarTo(workspaceId, word, isLast);
  const stems = await lexemesOf(meant);
  return { lexemes: new Set([word, ...meant, ...meant.map((one) => stems.get(one) ?? one)]), prefix: null };
}

/** Words of the workspace that are one slip of the fingers away, two for a long word; none for short ones and numbers. */
async function similarTo(workspaceId: number, word: string, isLast: boolean): Promise<string[]> {
  const limit = word.length >= 8 ? 2 : word.length >= 4 && !/\d/.test(word) ? 1 : 0;
  if (limit === 0) return [];
  const { rows } = await pool().query<{ word: string }>(
    "select s.word from hub_similar_words($1, $2) as s(word)",
    [workspaceId, word],
  );
  const near = rows
    .map((row) => ({ word: row.word, distance: distanceTo(word, row.word, limit, isLast) }))
    // Careless fingers seldom miss the first letter.
    .filter((row) => row.distance <= limit && (row.word[0] === word[0] || word.length >= 6));
  const nearest = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance === nearest)
    .slice(0, mostMeant)
    .map((row) => row.word);
}

function distanceTo(typed: string, word: string, limit: number, unfinished: boolean): number {
  const whole = editDistance(typed, word, limit);
  return unfinished ? Math.min(whole, editDistance(typed, word.slice(0, typed.length), limit)) : whole;
}

/** Lexemes as `hub_lexemes` writes them: behind their workspace's id. */
function alternatives(workspaceId: number, { lexemes, prefix }: Group): string[] {
  const quoted = (word: string) => `'${workspaceId}:${word.replace(/['\\]/g, "$&$&")}'`;
  const exact = [...lexemes].filter((lexeme) => prefix === null || !lexeme.startsWith(prefix)).map(quoted);
  return prefix === null ? exact : [...exact, `${quoted(prefix)}:*`];
}
