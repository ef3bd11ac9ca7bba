import { z } from "zod";
import { buildIndex } from "@/server/domain/knowledge/build-index";
import { searchPassages } from "@/server/domain/knowledge/search-passages";
import type { Lexer } from "@/server/domain/knowledge/types";
import type { Miss } from "./support-file";

export const passagesFile = z.object({
  passages: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  questions: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      question_noisy: z.string().optional(),
      answerable: z.boolean(),
      passage_id: z.string().nullish(),
    }),
  ),
});

type PassagesFile = z.infer<typeof passagesFile>;

/** Chance that a random answerable question scores above a random unanswerable one; ties count half. */
function areaUnderCurve(answerable: number[], unanswerable: number[]): number | null {
  if (answerable.length === 0 || unanswerable.length === 0) return null;
  let wins = 0;
  for (const yes of answerable) for (const no of unanswerable) wins += yes > no ? 1 : yes === no ? 0.5 : 0;
  return wins / (answerable.length * unanswerable.length);
}

/** Ranks passages for every question: hit@1, hit@5, MRR over the answerable, AUC of “is the answer here at all”. */
export async function evaluatePassages(file: PassagesFile, lexer: Lexer) {
  const passages = file.passages.map((passage, at) => ({
    id: at + 1,
    sourceId: 1,
    sourceTitle: passage.title,
    heading: [],
    text: passage.text,
    language: "ru",
    position: at,
  }));
  const index = await buildIndex(passages, lexer);
  const misses: Miss[] = [];
  const run = async (pick: (question: PassagesFile["questions"][number]) => string | undefined) => {
    const sure: Record<"yes" | "no", number[]> = { yes: [], no: [] };
    let [first, five, reciprocal, asked] = [0, 0, 0, 0];
    for (const item of file.questions) {
      const question = pick(item);
      if (question === undefined) continue;
      const found = await searchPassages(index, question, 20);
      sure[item.answerable ? "yes" : "no"].push(found[0]?.normalised ?? 0);
      if (!item.answerable) continue;
      asked++;
      const place =
        found.findIndex(({ passage }) => file.passages[passage.id - 1]?.id === item.passage_id) + 1;
      if (place === 1) first++;
      else
        misses.push({
          id: item.id,
          question,
          expected: String(item.passage_id),
          got: place ? `place ${place}` : "not found",
        });
      if (place >= 1 && place <= 5) five++;
      if (place >= 1) reciprocal += 1 / place;
    }
    const share = (count: number) => (asked ? count / asked : null);
    return {
      hitAt1: share(first),
      hitAt5: share(five),
      mrr: share(reciprocal),
      auc: areaUnderCurve(sure.yes, sure.no),
    };
  };
  const clean = await run((item) => item.question);
  const noisy = await run((item) => item.question_noisy);
  return { clean, noisy, questions: file.questions.length, misses };
}
