import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import {
  type HubMessageView,
  INTENTS,
  type IntentName,
  SENTIMENTS,
  type SentimentName,
} from "@/server/domain/messages/hub/schema";

type CorrectFormProps = { message: HubMessageView; onDone: () => void };

/** What a message really means, said by a person. */
export function CorrectForm({ message, onDone }: CorrectFormProps) {
  const t = useTranslations("Hub");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const [intent, setIntent] = useState<IntentName>(message.intent ?? "other");
  const [sentiment, setSentiment] = useState<SentimentName>(message.sentiment ?? "neutral");
  const [urgent, setUrgent] = useState(message.urgent);
  const correct = useMutation(
    trpc.intents.correct.mutationOptions({
      onSuccess: () => {
        toast(t("corrected"));
        void queries.invalidateQueries({ queryKey: trpc.hub.pathKey() });
        onDone();
      },
    }),
  );
  const isSame = intent === message.intent && sentiment === message.sentiment && urgent === message.urgent;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSame && !correct.isPending)
      correct.mutate({ hubMessageId: message.id, intent, sentiment, urgent });
  };
  return (
    <form onSubmit={submit} className="space-y-3 border-t border-border pt-3">
      <div className="grid grid-cols-[5.5rem_1fr] items-center gap-2">
        <label htmlFor={`${id}-intent`} className="text-[13px] text-muted-foreground">
          {t("intent")}
        </label>
        <Select
          id={`${id}-intent`}
          value={intent}
          className="[&_select]:h-10 sm:[&_select]:h-9"
          onChange={({ target }) => setIntent(target.value as IntentName)}
        >
          {INTENTS.map((name) => (
            <option key={name} value={name}>
              {t(`intent_${name}`)}
            </option>
          ))}
        </Select>
        <label htmlFor={`${id}-sentiment`} className="text-[13px] text-muted-foreground">
          {t("sentiment")}
        </label>
        <Select
          id={`${id}-sentiment`}
          value={sentiment}
          className="[&_select]:h-10 sm:[&_select]:h-9"
          onChange={({ target }) => setSentiment(target.value as SentimentName)}
        >
          {SENTIMENTS.map((name) => (
            <option key={name} value={name}>
              {t(`sentiment_${name}`)}
            </option>
          ))}
        </Select>
        <label htmlFor={`${id}-urgent`} className="text-[13px] text-muted-foreground">
          {t("urgent")}
        </label>
        <Switch id={`${id}-urgent`} checked={urgent} onCheckedChange={setUrgent} />
      </div>
      {correct.isError && (
        <p role="alert" className="text-sm text-destructive">
          {t("failed")}
        </p>
      )}
      <div className="flex items-center justify-between gap-3">
        <p className="text-xs leading-snug text-muted-foreground">{t("correctHint")}</p>
        <Button type="submit" size="small" className="h-8" disabled={isSame} aria-busy={correct.isPending}>
          {t("correctSave")}
        </Button>
      </div>
    </form>
  );
}
