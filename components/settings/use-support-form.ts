"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import type {
  FieldProblem,
  SettingsProblem,
  SupportSettings,
  SupportSettingsView,
} from "@/server/domain/workspaces/schema";

type Draft = Pick<SupportSettingsView, "locale" | "timeZone" | "settings">;

export type SupportForm = Draft & {
  view: SupportSettingsView;
  dirty: boolean;
  saving: boolean;
  /** Saved, and nothing changed since. */
  saved: boolean;
  /** The server could not be asked. */
  failed: boolean;
  problems: FieldProblem[];
  problemAt: (path: string) => SettingsProblem | undefined;
  setLocale: (locale: Draft["locale"]) => void;
  setTimeZone: (timeZone: string) => void;
  /** Changes one part of the settings; `path` names the fields whose old troubles are void. */
  change: <Part extends keyof SupportSettings>(
    part: Part,
    next: SupportSettings[Part],
    path?: string,
  ) => void;
  save: () => void;
  discard: () => void;
};

const draftOf = ({ locale, timeZone, settings }: SupportSettingsView): Draft => ({
  locale,
  timeZone,
  settings,
});

/** The support settings while they are edited; the server checks them and names each field that is wrong. */
export function useSupportForm(initial: SupportSettingsView): SupportForm {
  const trpc = useTRPC();
  const [view, setView] = useState(initial);
  const [draft, setDraft] = useState(() => draftOf(initial));
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [saved, setSaved] = useState(false);
  const mutation = useMutation(
    trpc.workspaces.saveSupportSettings.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return setProblems(result.problems);
        setProblems([]);
        setView(result.saved);
        setDraft(draftOf(result.saved));
        setSaved(true);
      },
    }),
  );
  const edit = (next: Draft, path: string) => {
    setDraft(next);
    setSaved(false);
    setProblems((known) => known.filter((problem) => !problem.path.startsWith(path)));
  };
  return {
    ...draft,
    view,
    dirty: JSON.stringify(draft) !== JSON.stringify(draftOf(view)),
    saving: mutation.isPending,
    saved,
    failed: mutation.isError,
    problems,
    problemAt: (path) => problems.find((problem) => problem.path === path)?.problem,
    setLocale: (locale) => edit({ ...draft, locale }, "locale"),
    setTimeZone: (timeZone) => edit({ ...draft, timeZone }, "timeZone"),
    change: (part, next, path = part) =>
      edit({ ...draft, settings: { ...draft.settings, [part]: next } }, `settings.${path}`),
    save: () => {
      setSaved(false);
      if (!mutation.isPending) mutation.mutate(draft);
    },
    discard: () => {
      setDraft(draftOf(view));
      setProblems([]);
      mutation.reset();
    },
  };
}
