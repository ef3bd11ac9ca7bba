"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { errorReason } from "@/components/settings/error-reason";
import { useTRPC } from "@/components/shell/trpc";
import type { TeamView } from "@/server/domain/workspaces/team/schema";

/** The team as it stands, and how it is asked for anew after each act. */
export function useTeam(initial: TeamView, refetchInterval: number | false = false) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const { data } = useQuery({ ...trpc.team.view.queryOptions(), initialData: initial, refetchInterval });
  return { team: data, refresh: () => client.invalidateQueries(trpc.team.view.pathFilter()) };
}

/** Why an act upon the team was refused, in words. */
export function useTeamReason(): (reason: string | null) => string {
  const t = useTranslations("Team");
  return (reason) => {
    const known = reason === "role" || reason === "not_member" ? "forbidden" : reason;
    return known && t.has(`reason.${known}` as "reason.self")
      ? t(`reason.${known}` as "reason.self")
      : t("failed");
  };
}

/** What a mutation of the team does with its outcome: says it in a notice and asks for the team anew. */
export function useTeamOutcome(refresh: () => Promise<void>) {
  const words = useTeamReason();
  return (said: () => string, after?: () => void) => ({
    onSuccess: (result: { ok: true } | { ok: false; reason: string }) => {
      if (result.ok) {
        toast.success(said());
        after?.();
      } else toast.error(words(result.reason));
      void refresh();
    },
    onError: (error: unknown) => {
      toast.error(words(errorReason(error)));
      void refresh();
    },
  });
}
