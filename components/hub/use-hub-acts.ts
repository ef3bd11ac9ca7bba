import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { spanOf } from "@/components/hub/span-of";
import type { Selection } from "@/components/hub/use-selection";
import { useTRPC } from "@/components/shell/trpc";
import type { HubMessageView } from "@/server/domain/messages/hub/schema";

/** What is done with messages of the hub, and told in a toast. */
export function useHubActs(selection: Selection) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const lead = useMutation(trpc.leads.fromHubMessage.mutationOptions());

  /** One lead a person, however many of their messages were chosen. */
  const makeLeads = async (messages: HubMessageView[]) => {
    const people = new Map(
      messages.flatMap((message): [number, HubMessageView][] =>
        message.contact ? [[message.contact.id, message]] : [],
      ),
    );
    let [made, existed] = [0, 0];
    try {
      for (const message of people.values()) {
        const outcome = await lead.mutateAsync({ hubMessageId: message.id });
        if (outcome.ok && outcome.existed) existed += 1;
        else if (outcome.ok) made += 1;
      }
      if (made + existed === 0) toast.error(t("leadOfNobody"));
      else toast(t("leadsMade", { made, existed }));
      if (messages.length > 1) selection.clear();
    } catch {
      toast.error(t("leadsFailed", { made }));
    }
    void queries.invalidateQueries({ queryKey: trpc.hub.message.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.hub.contact.pathKey() });
    void queries.invalidateQueries({ queryKey: trpc.leads.pathKey() });
  };

  /** Everything said in the chosen messages' chats from the first of them to the last is understood anew. */
  const again = useMutation(
    trpc.intents.reclassify.mutationOptions({
      onSuccess: () => {
        toast(t("reclassified"));
        selection.clear();
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  const reclassify = () => again.mutate(spanOf(selection.chosen.values()));

  return { makeLeads, reclassify, isBusy: lead.isPending || again.isPending };
}
