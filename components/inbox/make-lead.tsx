"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Contact } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";

/** Makes the customer of a conversation a lead; leads to it when there is one. */
export function MakeLead({ conversationId }: { conversationId: number }) {
  const t = useTranslations("Inbox");
  const trpc = useTRPC();
  const client = useQueryClient();
  const known = useQuery(trpc.leads.ofConversation.queryOptions({ conversationId }));
  const make = useMutation(
    trpc.leads.fromConversation.mutationOptions({
      onSuccess: ({ existed }) => {
        toast.success(existed ? t("leadKnown") : t("leadMade"));
        void client.invalidateQueries({ queryKey: trpc.leads.pathKey() });
      },
      onError: () => toast.error(t("leadFailed")),
    }),
  );
  if (known.data)
    return (
      <Button asChild variant="outline" size="small" className="w-full">
        <Link href={`/leads?lead=${known.data.id}`}>
          <Contact aria-hidden />
          {t("openLead")}
        </Link>
      </Button>
    );
  return (
    <Button
      variant="outline"
      size="small"
      className="w-full"
      disabled={known.isPending}
      aria-busy={make.isPending}
      onClick={() => make.mutate({ conversationId })}
    >
      <Contact aria-hidden />
      {t("makeLead")}
    </Button>
  );
}
