import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";

/** Has the bot send a message to the customer again. */
export function useRetryDelivery(): { retry: (messageId: number) => void; isBusy: boolean } {
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const again = useMutation(
    trpc.inbox.retryDelivery.mutationOptions({
      onError: () => {
        toast.error(t("actFailed"));
      },
    }),
  );
  return { retry: (messageId) => again.mutate({ messageId }), isBusy: again.isPending };
}
