import { fitWeights } from "@/scripts/intents/fit-weights";
import { printFigures } from "@/scripts/intents/print-figures";
import { scoreCases } from "@/scripts/intents/score-cases";
import { trainingSet } from "@/scripts/intents/training-set";
import { understandOffline } from "@/server/domain/intents/understand-offline";

// npm run train:intents -- check: how well messages are told by what the other four fifths of the training set teach.
const parts = 5;
const messages = trainingSet();
const cases = Array.from({ length: parts }, (_, part) => {
  const table = fitWeights(messages.filter((_, index) => index % parts !== part));
  return messages
    .filter((_, index) => index % parts === part)
    .map((message) => ({ ...message, said: understandOffline(message.text, undefined, undefined, table) }));
}).flat();
if (process.argv.includes("--verbose"))
  for (const { text, intent, urgent, said } of cases)
    if (said.intent !== intent || said.urgent !== urgent)
      console.log(
        `${intent}${urgent ? "!" : ""} -> ${said.intent}${said.urgent ? "!" : ""} ${JSON.stringify(text)}`,
      );
const figures = scoreCases(cases);
printFigures("five parts in turn", figures);
const feelings = cases.filter(({ sentiment, said }) => said.sentiment === sentiment).length / cases.length;
console.log(JSON.stringify({ ...figures, sentimentAccuracy: Math.round(feelings * 10_000) / 10_000 }));
