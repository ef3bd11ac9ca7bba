import { expect, test } from "vitest";
import en from "@/messages/en/leads.json";
import ru from "@/messages/ru/leads.json";
import { readImportLine } from "@/server/domain/leads/import/read-import-line";

test("a stage is known by the name that the page gives it", () => {
  for (const { status } of [en, ru])
    for (const [stage, name] of Object.entries(status))
      expect(readImportLine(["Anna", name], { name: 0, status: 1 }, new Map())).toMatchObject({
        ok: true,
        lead: { status: stage },
      });
});
