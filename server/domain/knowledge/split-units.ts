/** The smallest thing that can be quoted: a whole list item, a Q/A pair's answer, a table row or a sentence. */
export type SplitUnit = { quote: string; asked: string; leadIn: string };

const LIST_ITEM = /^\s*(?:[-*•–—]|\d{1,2}[.)])\s+/;
const ASKED = /^\s*(?:q|в|вопрос|question)\s*[:.]\s*/i;
const REPLY = /^\s*(?:a|о|ответ|answer)\s*[:.]\s*/i;
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{L}|ул|стр|тел|руб|коп|мин|макс|кв|им|корп|пом|эт|гг|вв|др|пр|тыс|млн|тг|шт|см|напр|т\. ?[денпк])\.$/iu;

/** Sentences of a paragraph as verbatim pieces; «ул. Речная» and initials do not end one. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const end of text.matchAll(/[.!?…]+[»")]*(?=\s+[\p{Lu}\d«"(–—])/gu)) {
    const to = end.index + end[0].length;
    const sentence = text.slice(from, to).trim();
    if (ABBREVIATION.test(sentence)) continue;
    sentences.push(sentence);
    from = to;
  }
  const rest = text.slice(from).trim();
  return rest ? [...sentences, rest] : sentences;
}

/** Cuts a passage's text into units; each quote is a verbatim substring of it. */
export function splitUnits(text: string): SplitUnit[] {
  const units: SplitUnit[] = [];
  let leadIn = "";
  let asked = "";
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? "").trim();
    if (!line) {
      asked = "";
      continue;
    }
    const answer = ASKED.test(line) ? /\s(?:a|о|ответ|answer)\s*:\s*/i.exec(line) : null;
    if (answer) {
      units.push({
        quote: line.slice(answer.index + answer[0].length),
        asked: line.slice(0, answer.index).replace(ASKED, ""),
        leadIn: "",
      });
    } else if (ASKED.test(line)) asked = line.replace(ASKED, "");
    else if (asked) {
      let quote = line.replace(REPLY, "");
      // An answer of several lines is one verbatim block up to the next question.
      while (at + 1 < lines.length && !ASKED.test(lines[at + 1] ?? "")) quote += `\n${lines[++at]}`;
      units.push({ quote, asked, leadIn: "" });
      asked = "";
    } else if (/^\|[\s:|-]+\|$/.test(line)) leadIn = units.pop()?.quote ?? leadIn;
    else if (line.startsWith("|")) units.push({ quote: line, asked: "", leadIn });
    else if (LIST_ITEM.test(line)) {
      let quote = line.replace(LIST_ITEM, "");
      while (
        at + 1 < lines.length &&
        /^\s{2,}\S/.test(lines[at + 1] ?? "") &&
        !LIST_ITEM.test(lines[at + 1] ?? "")
      )
        quote += `\n${lines[++at]}`;
      units.push({ quote, asked: "", leadIn });
    } else if (line.endsWith(":") && LIST_ITEM.test(lines[at + 1] ?? "")) leadIn = line;
    else {
      leadIn = "";
      for (const quote of sentencesOf(line)) units.push({ quote, asked: "", leadIn: "" });
    }
  }
  return units;
}
