"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import type { PatternView } from "@/server/domain/intents/schema";
import { INTENTS } from "@/server/domain/messages/hub/schema";

type PatternDialogProps = {
  /** Null for a new one. */
  pattern: PatternView | null;
  open: boolean;
  close: () => void;
  refresh: () => Promise<void>;
};

const fresh = {
  name: "",
  intent: "order",
  kind: "keywords",
  pattern: "",
  priority: 100,
  urgent: false,
  enabled: true,
} as const;

/** Writes a pattern, or changes one. */
export function PatternDialog({ pattern, open, close, refresh }: PatternDialogProps) {
  const t = useTranslations("Intents");
  return (
    <Dialog open={open} onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent title={t(pattern ? "editTitle" : "addTitle")} closeLabel={t("close")}>
        <PatternForm pattern={pattern} close={close} refresh={refresh} />
      </DialogContent>
    </Dialog>
  );
}

function PatternForm({ pattern, close, refresh }: Omit<PatternDialogProps, "open">) {
  const t = useTranslations("Intents");
  const trpc = useTRPC();
  const [draft, setDraft] = useState<Omit<PatternView, "id">>(pattern ?? fresh);
  const [problem, setProblem] = useState<string | null>(null);
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const save = useMutation(
    trpc.intents.savePattern.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) return setProblem(t(`reason.${result.reason}`));
        await refresh();
        close();
      },
      onError: () => setProblem(t("failed")),
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    const { name, intent, kind, priority, urgent, enabled } = draft;
    const isComplete = name.trim() && draft.pattern.trim();
    setProblem(isComplete ? null : t("missing"));
    if (!isComplete) return;
    save.mutate({
      ...(pattern && { patternId: pattern.id }),
      ...{ name, intent, kind, pattern: draft.pattern, priority, urgent, enabled },
    });
  }

  return (
    <form onSubmit={submit} className="space-y-4">
      <div className="space-y-1.5">
        <Label htmlFor="pattern-name">{t("name")}</Label>
        <Input
          id="pattern-name"
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <div className="space-y-1.5">
          <Label htmlFor="pattern-intent">{t("means")}</Label>
          <Select
            id="pattern-intent"
            value={draft.intent}
            onChange={(event) =>
              change({ intent: INTENTS.find((intent) => intent === event.target.value) ?? "other" })
            }
          >
            {INTENTS.map((intent) => (
              <option key={intent} value={intent}>
                {t(`intent.${intent}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className="space-y-1.5">
          <Label htmlFor="pattern-kind">{t("kind")}</Label>
          <Select
            id="pattern-kind"
            value={draft.kind}
            onChange={(event) => change({ kind: event.target.value === "regex" ? "regex" : "keywords" })}
          >
            <option value="keywords">{t("keywords")}</option>
            <option value="regex">{t("regex")}</option>
          </Select>
        </div>
      </div>
      <div className="space-y-1.5">
        <Label htmlFor="pattern-text">{t("pattern")}</Label>
        <Textarea
          id="pattern-text"
          maxLength={500}
          aria-describedby="pattern-text-hint"
          value={draft.pattern}
          onChange={(event) => change({ pattern: event.target.value })}
        />
        <p id="pattern-text-hint" className="text-[13px] leading-relaxed text-muted-foreground">
          {t(draft.kind === "regex" ? "regexHint" : "keywordsHint")}
        </p>
      </div>
      <div className="space-y-1.5">
        <Label htmlFor="pattern-priority">{t("priority")}</Label>
        <Input
          id="pattern-priority"
          type="number"
          min={0}
          max={1000}
          aria-describedby="pattern-priority-hint"
          value={draft.priority}
          onChange={(event) =>
            change({ priority: Math.min(1000, Math.max(0, Number(event.target.value) || 0)) })
          }
        />
        <p id="pattern-priority-hint" className="text-[13px] leading-relaxed text-muted-foreground">
          {t("priorityHint")}
        </p>
      </div>
      <div className="flex flex-wrap gap-6">
        {(["urgent", "enabled"] as const).map((name) => (
          <div key={name} className="flex items-center gap-2.5">
            <Switch
              id={`pattern-${name}`}
              checked={draft[name]}
              onCheckedChange={(checked) => change({ [name]: checked })}
            />
            <Label htmlFor={`pattern-${name}`}>{t(name)}</Label>
          </div>
        ))}
      </div>
      {problem && <Alert tone="destructive" live title={problem} />}
      <div className="flex justify-end gap-3">
        <Button type="button" variant="outline" onClick={close}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={save.isPending}>
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
