import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { translate } from "@/components/chat/translate";
import en from "@/messages/en/chat.json";
import ru from "@/messages/ru/chat.json";

const sample = {
  name: "Ana",
  number: 1234,
  max: 8000,
  size: "21 MB",
  kind: "Photo",
  percent: 40,
  emoji: "👍",
};

const languages: Record<"en" | "ru", Record<string, string>> = { en, ru };

for (const locale of ["en", "ru"] as const) {
  const messages = languages[locale];
  test(`every text of the chat reads as ICU means it (${locale})`, () => {
    const whole = createTranslator({ locale, messages });
    for (const [key, text] of Object.entries(messages)) {
      for (const count of [0, 1, 2, 5, 21, 1100]) {
        const values = { ...sample, count };
        expect(translate(locale, text, values), key).toBe(whole(key, values));
      }
    }
  });
}

test("brackets in a value stay as they are", () => {
  expect(translate("en", "Remove {name}", { name: "a {b} # c" })).toBe("Remove a {b} # c");
});
