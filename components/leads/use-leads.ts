import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import type { ChangeLeadInput, LeadBoard, LeadStatusName } from "@/server/domain/leads/schema";

/** A board on which a lead has moved to the top of another column. */
function moved(board: LeadBoard, leadId: number, status: LeadStatusName): LeadBoard {
  const lead = board.columns.flatMap(({ leads }) => leads).find(({ id }) => id === leadId);
  if (!lead || lead.status === status) return board;
  const columns = board.columns.map((column) => {
    if (column.status === lead.status)
      return { ...column, total: column.total - 1, leads: column.leads.filter(({ id }) => id !== leadId) };
    if (column.status === status)
      return { ...column, total: column.total + 1, leads: [{ ...lead, status }, ...column.leads] };
    return column;
  });
  return { columns };
}

/** Changing leads from anywhere on the page: seen at once, told when it fails. */
export function useLeads() {
  const t = useTranslations("Leads");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: trpc.leads.pathKey() });
  const change = useMutation(
    trpc.leads.change.mutationOptions({
      onMutate: async ({ leadId, status }) => {
        if (!status) return;
        const key = trpc.leads.board.pathKey();
        await client.cancelQueries({ queryKey: key });
        client.setQueriesData<LeadBoard>({ queryKey: key }, (board) => board && moved(board, leadId, status));
      },
      onSuccess: (result) => {
        if (!result.ok) toast.error(t(`trouble.${result.reason}`));
      },
      onError: () => toast.error(t("changeFailed")),
      onSettled: refresh,
    }),
  );
  return {
    refresh,
    change: (input: ChangeLeadInput) => change.mutateAsync(input),
    isChanging: change.isPending,
    move: (leadId: number, status: LeadStatusName) => change.mutate({ leadId, status }),
  };
}
