import { describe, expect, it } from "vitest";
import { splitSource } from "./split-source";

describe("splitSource", () => {
  it("keeps the heading path and drops the numbers of sections", () => {
    const passages = splitSource({
      title: "t",
      text: "# Прокат\n\n## 1. Залог\n- Залог 200 евро.\n\n## 2. Оплата\n- Картой.",
    });
    expect(passages.map(({ heading, text }) => [heading, text])).toEqual([
      [["Прокат", "Залог"], "- Залог 200 евро."],
      [["Прокат", "Оплата"], "- Картой."],
    ]);
  });

  it("cuts a long section between items, never inside one", () => {
    const items = Array.from({ length: 40 }, (_, at) => `- Пункт ${at}: ${"слово ".repeat(12).trim()}.`);
    const passages = splitSource({ title: "t", text: `## Список\n${items.join("\n")}` });
    expect(passages.length).toBeGreaterThan(2);
    expect(passages.flatMap(({ text }) => text.split("\n"))).toEqual(items);
    expect(passages.every(({ text }) => text.length <= 1200)).toBe(true);
  });

  it("keeps a question with its answer", () => {
    const text = "Q: Есть парковка?\nA: Да, во дворе.\n\nQ: А душ?\nA: Нет.";
    expect(splitSource({ title: "t", text })[0]?.text).toBe(
      "Q: Есть парковка?\nA: Да, во дворе.\nQ: А душ?\nA: Нет.",
    );
  });

  it("takes the language from the text unless it is given", () => {
    expect(
      splitSource({ title: "t", text: "The deposit is 200 euros and you pay it by card." })[0]?.language,
    ).toBe("en");
    expect(splitSource({ title: "t", text: "Залог 200 евро." })[0]?.language).toBe("ru");
    expect(splitSource({ title: "t", text: "Залог", language: "sr" })[0]?.language).toBe("sr");
  });

  it("makes nothing of nothing", () => {
    expect(splitSource({ title: "t", text: " \n\n" })).toEqual([]);
  });
});
