import type { Lexer } from "./types";

const MEMORY_CAP = 50_000;

const LEXIZE = `
  select word, ts_lexize(case when word ~ '^[a-z]' then 'english_stem'::regdictionary
                              else 'russian_stem'::regdictionary end, word) as lexemes
  from unnest($1::text[]) as t(word)`;

type Row = { word: string; lexemes: string[] | null };

/** Makes a lexer of Postgres's Russian and English stemmers; asks once per call, for unseen words only. */
export function postgresLexer(
  query: (sql: string, params: unknown[]) => Promise<{ rows: unknown[] }>,
): Lexer {
  const memory = new Map<string, string | null>();
  return async (words) => {
    const answer = new Map<string, string | null>();
    const unseen = new Set<string>();
    for (const word of words) {
      // Stemmers leave numbers alone, and there is no end of them.
      const known = /^\d+$/.test(word) ? word : memory.get(word);
      if (known === undefined) unseen.add(word);
      else answer.set(word, known);
    }
    if (unseen.size === 0) return answer;
    const { rows } = await query(LEXIZE, [[...unseen]]);
    for (const { word, lexemes } of rows as Row[]) {
      const lexeme = lexemes === null ? word : (lexemes[0] ?? null);
      answer.set(word, lexeme);
      memory.set(word, lexeme);
    }
    // Maps keep insertion order, so the first keys are the oldest.
    for (const oldest of memory.keys()) {
      if (memory.size <= MEMORY_CAP) break;
      memory.delete(oldest);
    }
    return answer;
  };
}
