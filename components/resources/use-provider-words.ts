"use client";

import { useTranslations } from "next-intl";
import type { AccountProblem } from "@/server/domain/resources/schema";

/** A provider's own words, and ours where it has none; its fields and codes are known only at run time. */
export function useProviderWords(slug: string) {
  const own = useTranslations("Providers");
  const ours = useTranslations("Resources");
  const find = (path: string): string | null => {
    const key = `${slug}.${path}` as "telegram.name";
    return own.has(key) ? own(key) : null;
  };
  const trouble = (kind: "errors" | "warnings", code: string) => {
    const known = ours.has(`${kind}.${code}.title` as "errors.other.title") ? code : "other";
    const key = `${kind}.${known}` as "errors.other";
    return {
      title: find(`troubles.${code}.title`) ?? ours(`${key}.title`),
      fix: find(`troubles.${code}.fix`) ?? ours(`${key}.fix`),
    };
  };
  return {
    name: find("name") ?? slug,
    find,
    trouble,
    label: (field: string) => find(`fields.${field}.label`) ?? field,
    help: (field: string) => find(`fields.${field}.help`),
    choice: (field: string, choice: string) => find(`fields.${field}.choices.${choice}`) ?? choice,
    /** What is wrong with a field or the whole account, in one or two sentences. */
    problem({ field, code, detail }: AccountProblem): string {
      const wrong = code === "wrong" && field ? find(`fields.${field}.wrong`) : null;
      if (wrong) return wrong;
      const key = `problems.${code}` as "problems.other_account";
      if (ours.has(key)) return ours(key, { detail: detail ?? "" });
      const { title, fix } = trouble("errors", code);
      return `${title}. ${fix}`;
    },
  };
}

export type ProviderWords = ReturnType<typeof useProviderWords>;
