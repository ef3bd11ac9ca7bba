export type Pair = { question: string; answer: string };

const ASKED = /^\s*(?:\*\*)?(?:q|question|в|вопрос)(?:\s*\d+)?\s*[:.)]\s*(?:\*\*)?\s*/i;
const REPLY = /^\s*(?:\*\*)?(?:a|answer|о|ответ)(?:\s*\d+)?\s*[:.)]\s*(?:\*\*)?\s*/i;

/**
 * Reads pasted questions and answers: lines marked “Q:”/“A:” (“В:”/“О:”, “Вопрос:”/“Ответ:”), two columns of a
 * spreadsheet, or a line that ends with a question mark and what follows it. What belongs to no question is left out.
 */
export function parsePairs(text: string): Pair[] {
  const lines = text.split("\n");
  if (lines.some((line) => ASKED.test(line) && line.replace(ASKED, "").trim() !== ""))
    return collect(lines, (line) => (ASKED.test(line) ? line.replace(ASKED, "").trim() : null));
  const filled = lines.filter((line) => line.trim() !== "");
  if (filled.length > 0 && filled.every((line) => line.includes("\t"))) return filled.flatMap(columns);
  return collect(lines, (line) =>
    /\?[\s»"*]*$/.test(line) ? line.replace(/^[\s#*\d.)-]+/, "").replace(/(?<![\s*])[\s*]+$/, "") : null,
  );
}

function columns(line: string): Pair[] {
  const [question = "", ...answer] = line.split("\t").map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const joined = answer.filter(Boolean).join(" ");
  return question && joined ? [{ question, answer: joined }] : [];
}

function collect(lines: string[], questionIn: (line: string) => string | null): Pair[] {
  const pairs: { question: string; answer: string[] }[] = [];
  for (const line of lines) {
    const question = questionIn(line);
    if (question) pairs.push({ question, answer: [] });
    else if (line.trim() !== "") pairs.at(-1)?.answer.push(line.replace(REPLY, "").trimEnd());
  }
  return pairs
    .map(({ question, answer }) => ({ question, answer: answer.join("\n").trim() }))
    .filter(({ answer }) => answer !== "");
}

/** The pairs as one text that splitSource keeps whole, pair by pair. */
export function pairsText(pairs: Pair[]): string {
  return pairs
    .map(({ question, answer }) => {
      const [asked, replied] = /\p{Script=Cyrillic}/u.test(question) ? ["В", "О"] : ["Q", "A"];
      return `${asked}: ${question}\n${replied}: ${answer}`;
    })
    .join("\n\n");
}
