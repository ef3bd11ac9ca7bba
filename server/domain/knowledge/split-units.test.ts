import { describe, expect, it } from "vitest";
import { splitUnits } from "./split-units";

const quotes = (text: string) => splitUnits(text).map(({ quote }) => quote);

describe("splitUnits", () => {
  it("quotes a list item whole, with all its sentences", () => {
    expect(quotes("- Кресло 3 евро. Бустер бесплатно.\n- Навигатор 4 евро.")).toEqual([
      "Кресло 3 евро. Бустер бесплатно.",
      "Навигатор 4 евро.",
    ]);
  });

  it("does not end a sentence after an abbreviation", () => {
    expect(quotes("Офис на ул. Ленина, 12. Работаем с 9:00.")).toEqual([
      "Офис на ул. Ленина, 12.",
      "Работаем с 9:00.",
    ]);
  });

  it("quotes the answer of a pair and remembers what was asked", () => {
    expect(splitUnits("В: Есть парковка?\nО: Да, во дворе.")).toEqual([
      { quote: "Да, во дворе.", asked: "Есть парковка?", leadIn: "" },
    ]);
  });

  it("takes table rows as units under their header", () => {
    const units = splitUnits("| Формат | Цена |\n|---|---|\n| Группа | 7 200 |");
    expect(units).toEqual([{ quote: "| Группа | 7 200 |", asked: "", leadIn: "| Формат | Цена |" }]);
  });

  it("only ever quotes what stands in the text", () => {
    const text = "Вступление:\n- первый пункт\n  с продолжением\n- второй\n\nQ: Где?\nA: Тут.\nИ там.";
    for (const quote of quotes(text)) expect(text).toContain(quote);
  });
});
