import { expect, test } from "vitest";
import en from "@/messages/en/audit.json";
import ru from "@/messages/ru/audit.json";
import { AUDIT_ACTIONS } from "./schema";

test.each(AUDIT_ACTIONS)("%s has words in both languages, and so has its kind", (action) => {
  const [noun = "", verb = ""] = action.split(".");
  for (const messages of [en, ru]) {
    expect((messages.action as Record<string, Record<string, string>>)[noun]?.[verb]).toBeTruthy();
    expect((messages.groups as Record<string, string>)[noun]).toBeTruthy();
  }
});
