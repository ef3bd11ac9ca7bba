import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { printFigures } from "@/scripts/intents/print-figures";
import { scoreCases } from "@/scripts/intents/score-cases";
import { understandOffline } from "@/server/domain/intents/understand-offline";
import { INTENTS } from "@/server/domain/messages/hub/schema";

// npm run eval:intents -- <file> [--verbose]: how well the offline classifier tells the intents of a file's messages.
const evalFile = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      intent: z.enum(INTENTS),
      urgent: z.boolean().default(false),
      alt: z.array(z.enum(INTENTS)).optional(),
    }),
  ),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: "boolean", default: false } },
});
const name = positionals[0] ?? "intents-ru-dev.json";
const folder = process.env.EVAL_DATA ?? "../shared/data";
const path = [resolve(name), resolve(folder, name)].find((one) => existsSync(one));
if (!path) throw new Error(`${name}: no such file here or in EVAL_DATA (${folder})`);

const { messages } = evalFile.parse(JSON.parse(readFileSync(path, "utf8")));
const startedAt = performance.now();
const cases = messages.map((message) => ({ ...message, said: understandOffline(message.text) }));
const msPerMessage = (performance.now() - startedAt) / Math.max(1, cases.length);
if (values.verbose)
  for (const { id, text, intent, urgent, said } of cases)
    if (said.intent !== intent || said.urgent !== urgent)
      console.log(
        `${id} ${intent}${urgent ? " urgent" : ""}, said ${said.intent} (${said.confidence})${said.urgent ? ` urgent: ${said.urgentWhy}` : ""}: ${JSON.stringify(text)}`,
      );
const figures = scoreCases(cases);
printFigures(path, figures);
const lenient = cases.filter(({ intent, alt = [], said }) => [intent, ...alt].includes(said.intent)).length;
console.log(
  JSON.stringify({
    ...figures,
    lenientAccuracy: Math.round((lenient / Math.max(1, cases.length)) * 10_000) / 10_000,
    msPerMessage: Math.round(msPerMessage * 100) / 100,
  }),
);
