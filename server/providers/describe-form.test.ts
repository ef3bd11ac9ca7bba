import { expect, it } from "vitest";
import { z } from "zod";
import enProviders from "@/messages/en/providers.json";
import ruProviders from "@/messages/ru/providers.json";
import { describeForm } from "@/server/providers/describe-form";
import type { FieldMeta } from "@/server/providers/form";
import { providerFor, providerSlugs } from "@/server/providers/registry";

it("makes a field of each property, in order, credentials first", () => {
  const form = describeForm({
    credentialsSchema: z.object({
      key: z
        .string()
        .min(1)
        .meta({ input: "secret", placeholder: "k-…" } satisfies FieldMeta),
    }),
    settingsSchema: z.object({
      address: z.url().meta({ input: "url" } satisfies FieldMeta),
      topic: z.string().max(40).default("Talk"),
      minutes: z.number().int().min(5).max(90).default(30),
      quiet: z.boolean().default(false),
      way: z.enum(["one", "other"]).default("other"),
      groups: z.array(z.string()).default([]),
      words: z
        .object({ en: z.string().max(9).default(""), ru: z.string().max(9).default("") })
        .prefault({})
        .meta({ advanced: true } satisfies FieldMeta),
      cursor: z
        .string()
        .default("")
        .meta({ hidden: true } satisfies FieldMeta),
    }),
  });
  expect(form).toMatchObject([
    { name: "key", part: "credentials", kind: "secret", required: true, placeholder: "k-…", initial: "" },
    { name: "address", part: "settings", kind: "url", required: true, initial: "" },
    { name: "topic", kind: "text", required: false, maxLength: 40, initial: "Talk" },
    { name: "minutes", kind: "number", minimum: 5, maximum: 90, initial: 30 },
    { name: "quiet", kind: "switch", initial: false },
    { name: "way", kind: "choice", choices: ["one", "other"], initial: "other" },
    { name: "groups", kind: "list", initial: [] },
    { name: "words", kind: "by-language", languages: ["en", "ru"], maxLength: 9, advanced: true },
  ]);
});

/** A text by its path, as pages find it: a choice may have dots. */
const textAt = (texts: object | undefined, path: string) =>
  path
    .split(".")
    .reduce<unknown>((at, key) => Object.entries(at ?? {}).find(([name]) => name === key)?.[1], texts);

type Words = { name?: string; about?: string; fields?: Record<string, { label?: string; choices?: object }> };

it.each(providerSlugs)("%s has a name and a label for every field, in both languages", (slug) => {
  const form = describeForm(providerFor(slug));
  for (const providers of [enProviders, ruProviders]) {
    const words: Words = providers[slug];
    expect(words).toMatchObject({ name: expect.any(String), about: expect.any(String) });
    for (const { name, choices = [] } of form) {
      expect(words.fields?.[name]?.label, name).toEqual(expect.any(String));
      for (const choice of choices)
        expect(textAt(words.fields?.[name]?.choices, choice), choice).toEqual(expect.any(String));
    }
  }
});
