import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import type { HubSettings } from "@/server/domain/workspaces/hub-settings";

/** What cannot be kept, by field; the server has the same limits. */
function problemsOf({ analysisDailyBudget, approvalHours }: HubSettings): (keyof HubSettings)[] {
  const isBudget = analysisDailyBudget >= 0 && analysisDailyBudget <= 10_000;
  const isHours = Number.isInteger(approvalHours) && approvalHours >= 1 && approvalHours <= 720;
  return [
    ...(isBudget ? [] : ["analysisDailyBudget" as const]),
    ...(isHours ? [] : ["approvalHours" as const]),
  ];
}

/** The hub's settings while they are edited; a field that cannot be kept is told at once. */
export function useHubSettingsForm(initial: HubSettings) {
  const trpc = useTRPC();
  const [kept, setKept] = useState(initial);
  const [draft, setDraft] = useState(initial);
  const [isChecked, setChecked] = useState(false);
  const [saved, setSaved] = useState(false);
  const mutation = useMutation(
    trpc.hub.saveSettings.mutationOptions({
      onSuccess: (now) => {
        setKept(now);
        setDraft(now);
        setSaved(true);
      },
    }),
  );
  const wrong = problemsOf(draft);
  return {
    draft,
    problems: isChecked ? wrong : [],
    dirty: JSON.stringify(draft) !== JSON.stringify(kept),
    saving: mutation.isPending,
    saved,
    failed: mutation.isError,
    change: (part: Partial<HubSettings>) => {
      setDraft({ ...draft, ...part });
      setSaved(false);
    },
    save: () => {
      setChecked(true);
      setSaved(false);
      if (wrong.length === 0 && !mutation.isPending) mutation.mutate(draft);
    },
    discard: () => {
      setDraft(kept);
      setChecked(false);
      mutation.reset();
    },
  };
}
