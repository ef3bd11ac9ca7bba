"use client";

import { useMutation } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { PatternView } from "@/server/domain/intents/schema";

type PatternRowProps = {
  pattern: PatternView;
  mayEdit: boolean;
  edit: () => void;
  refresh: () => Promise<void>;
};

/** A pattern in the list: what it looks for, what it says, and how much it counts. */
export function PatternRow({ pattern, mayEdit, edit, refresh }: PatternRowProps) {
  const t = useTranslations("Intents");
  const trpc = useTRPC();
  const remove = useMutation(
    trpc.intents.removePattern.mutationOptions({
      onSuccess: () => void refresh(),
      onError: () => toast.error(t("failed")),
    }),
  );
  return (
    <li className="flex items-start gap-3 px-5 py-4 sm:px-6">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="truncate font-medium" title={pattern.name}>
            {pattern.name}
          </span>
          <Badge tone="accent">{t(`intent.${pattern.intent}`)}</Badge>
          <Badge>{t(pattern.priority >= 100 ? "decides" : "hints", { priority: pattern.priority })}</Badge>
          {pattern.urgent && <Badge tone="destructive">{t("urgent")}</Badge>}
          {!pattern.enabled && <Badge tone="warning">{t("disabled")}</Badge>}
        </p>
        <p
          className={`mt-1 text-sm break-words text-muted-foreground ${pattern.kind === "regex" ? "font-mono" : ""}`}
        >
          {pattern.pattern}
        </p>
      </div>
      {mayEdit && (
        <div className="flex shrink-0 gap-1">
          <Button variant="ghost" size="icon" aria-label={t("edit", { name: pattern.name })} onClick={edit}>
            <Pencil aria-hidden />
          </Button>
          <ConfirmDialog
            trigger={
              <Button variant="ghost" size="icon" aria-label={t("remove", { name: pattern.name })}>
                <Trash2 aria-hidden />
              </Button>
            }
            title={t("removeTitle", { name: pattern.name })}
            description={t("removeHint")}
            confirm={t("removeConfirm")}
            cancel={t("cancel")}
            destructive
            onConfirm={() => remove.mutate({ patternId: pattern.id })}
          />
        </div>
      )}
    </li>
  );
}
