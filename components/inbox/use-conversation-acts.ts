import { useMutation } from "@tanstack/react-query";
import { TRPCClientError } from "@trpc/client";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";

/** What may be done with a whole conversation; the stream shows what came of it, a notice says so. */
export function useConversationActs(conversationId: number) {
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const told = (words: "taken" | "returned" | "closed") => ({
    onSuccess: () => {
      toast.success(t(words));
    },
    onError: (error: unknown) => {
      const reason = error instanceof TRPCClientError ? error.data?.reason : undefined;
      toast.error(t(reason === "conversation_closed" ? "actClosed" : "actFailed"));
    },
  });
  const take = useMutation(trpc.inbox.take.mutationOptions(told("taken")));
  const handBack = useMutation(trpc.inbox.returnToAssistant.mutationOptions(told("returned")));
  const close = useMutation(trpc.inbox.close.mutationOptions(told("closed")));
  return {
    isBusy: take.isPending || handBack.isPending || close.isPending,
    take: () => take.mutate({ conversationId }),
    handBack: () => handBack.mutate({ conversationId }),
    close: () => close.mutate({ conversationId }),
  };
}
