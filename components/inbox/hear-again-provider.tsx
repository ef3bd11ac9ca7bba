import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { HearAgainContext } from "@/components/chat/attachments/hear-again";
import { useTRPC } from "@/components/shell/trpc";

/** Inside it a recording that could not be turned into words has a button for another try. */
export function HearAgainProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const again = useMutation(
    trpc.hub.transcribeAgain.mutationOptions({
      onSuccess: (outcome) => {
        if (!outcome.ok && outcome.reason === "unconfigured") toast.error(t("transcribeUnconfigured"));
      },
      onError: () => {
        toast.error(t("actFailed"));
      },
    }),
  );
  const value = {
    label: t("transcribeAgain"),
    isBusy: again.isPending,
    hear: (attachmentId: number) => again.mutate({ attachmentId }),
  };
  return <HearAgainContext value={value}>{children}</HearAgainContext>;
}
