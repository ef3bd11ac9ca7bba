import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { type HubSettings, hubSettings } from "@/server/domain/workspaces/hub-settings";

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
  const checked = hubSettings.safeParse(draft);
  const problems =
    isChecked && !checked.success ? checked.error.issues.map(({ path }) => String(path[0])) : [];
  return {
    draft,
    problems,
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
      if (checked.success && !mutation.isPending) mutation.mutate(checked.data);
    },
    discard: () => {
      setDraft(kept);
      setChecked(false);
      mutation.reset();
    },
  };
}
