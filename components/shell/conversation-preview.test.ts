import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { suggestionsFor } from "@/components/simulator/suggestions";
import enBot from "@/messages/en/bot.json";
import enLogin from "@/messages/en/login.json";
import ruBot from "@/messages/ru/bot.json";
import ruLogin from "@/messages/ru/login.json";

it("shows what the demo's assistant really says", () => {
  const shown = { en: { ...enLogin, offer: enBot }, ru: { ...ruLogin, offer: ruBot } };
  for (const [language, words] of Object.entries(shown)) {
    const source = readFileSync(`prisma/seed/knowledge/${language}/06-travel-abroad.md`, "utf8");
    for (const sentence of words.asideAnswer.split(/(?<=\.) /)) expect(source).toContain(`- ${sentence}\n`);
    expect(source).toContain(`# ${words.asideSource.split(" · ")[1]}\n`);
    expect(words.asideOffer).toBe(words.offer.offerAvailability);
    const questions = suggestionsFor(language).map(({ text }) => text);
    expect(questions).toContain(words.asideQuestion);
    expect(questions).toContain(words.asideSecondQuestion);
  }
});
