import { analyseQuestion, spellOut } from "./analyse-question";
import type { KnowledgeIndex, Unit } from "./build-index";
import { type Composed, composeAnswer, SURE_ENOUGH } from "./compose-answer";
import { composeParts } from "./compose-parts";
import { roleOf, tellsTime } from "./concepts";
import { detectLanguage } from "./detect-language";
import { isVerb, type QueryTerm, standsIn } from "./match-words";

const GOES_ON = /^\s*(?:а|и|and|what about|how about)\s/;
const POINTS_BACK = /(?<!\p{L})(?:его|ее|их|it|them)(?!\p{L})/u;
const MOST_WORDS = 4;
// «За Теслу?» says nothing without what came before; «с собакой?» may.
const NEEDS_TOPIC = /^\s*(?:(?:а|и|and|what about|how about)\s+)?(?:за|для|for)\s/;

/** A follow-up like «а на неделю?» has too few words to be understood without the question before it. */
function leans(text: string): boolean {
  const words = text.replace(GOES_ON, "").match(/\p{L}{3,}/gu) ?? [];
  return words.length <= 2 || (words.length <= MOST_WORDS && (GOES_ON.test(text) || POINTS_BACK.test(text)));
}

/** What a question is about by its own words: its nouns and names, or else its verbs; time and number do not count. */
function subjectsOf(terms: QueryTerm[]): QueryTerm[] {
  const subjects = terms.filter(
    ({ word, importance }) =>
      importance > 0 && /^\p{L}/u.test(word) && roleOf(word) !== "filler" && !tellsTime(word),
  );
  const named = subjects.filter(({ word }) => !isVerb(word));
  return named.length > 0 ? named : subjects;
}

/**
 * Composes an answer to a folded question, completed by the last of the `earlier` ones where it leans on that.
 * What the question itself names must stand in whatever is quoted: an earlier topic never answers for it.
 */
export async function composeFollowUp(
  index: KnowledgeIndex,
  text: string,
  earlier: string[],
  language: string,
): Promise<Composed> {
  const last = earlier.at(-1);
  if (!last || !leans(text)) return composeParts(index, text, language);
  const before = spellOut(last, detectLanguage(last).typed);
  const asked = await analyseQuestion(index, text);
  const subjects = subjectsOf(asked.terms);
  if (subjects.length === 0) return composeParts(index, `${before}\n${text}`, language);
  const prior = await analyseQuestion(index, before);
  const topic = subjectsOf(prior.terms);
  const named = (unit: Unit) => subjects.every((term) => standsIn(term, unit));
  const onTopic = (unit: Unit) => topic.length === 0 || topic.some((term) => standsIn(term, unit));
  const completed = await analyseQuestion(index, `${before}\n${text}`);
  const inContext = composeAnswer(index, completed, language, (unit) => named(unit) && onTopic(unit));
  if (inContext.confidence >= SURE_ENOUGH || NEEDS_TOPIC.test(text)) return inContext;
  return composeAnswer(index, asked, language, named);
}
