import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";

/** Approves or rejects and says what became of it: somebody else may have been first. */
export function useDecide() {
  const t = useTranslations("Approvals");
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useMutation(
    trpc.approvals.decide.mutationOptions({
      onSuccess: ({ decided, skipped }, { verdict }) => {
        const [first] = skipped;
        const count = decided.length;
        // Of several some may have been edited: those wait on.
        if (count > 0 && skipped.some(({ why }) => why === "changed"))
          toast.info(t("someChanged", { count }));
        else if (count > 0)
          toast.success(t(verdict === "approve" ? "approvedToast" : "rejectedToast", { count }));
        else if (first?.why === "own") toast.info(t("own"));
        else if (first?.why === "changed") toast.info(t("changedMeanwhile"));
        else if (first?.why === "expired" || !first) toast.info(t("alreadyExpired"));
        else
          toast.info(t("alreadyDecided", { status: first.status, by: first.decidedBy ?? t("policyName") }));
      },
      onError: () => toast.error(t("notDone")),
      onSettled: () =>
        Promise.all([
          queries.invalidateQueries({ queryKey: trpc.approvals.list.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.approvals.batch.pathKey() }),
          queries.invalidateQueries({ queryKey: trpc.approvals.counts.pathKey() }),
        ]),
    }),
  );
}
