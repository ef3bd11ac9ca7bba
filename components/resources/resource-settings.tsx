"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { callProblem } from "@/components/resources/call-problem";
import { ProviderField } from "@/components/resources/form/provider-field";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { useRefusal } from "@/components/resources/use-refusal";
import { useUnsavedGuard } from "@/components/settings/use-unsaved-guard";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ResourceDetail } from "@/server/domain/resources/schema";
import type { FieldValue } from "@/server/providers/form";

/** A resource's name, settings and secrets; only what was changed is sent. */
export function ResourceSettings({ resource }: { resource: ResourceDetail }) {
  const t = useTranslations("Resources");
  const words = useProviderWords(resource.provider);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const { form, problems, setProblems, refuse } = useRefusal();
  const [changed, setChanged] = useState<Record<string, FieldValue>>({});
  const [name, setName] = useState<string | null>(null);
  // A discarded or saved secret is a field that nobody opened yet.
  const [round, setRound] = useState(0);
  const dirty = name !== null || Object.keys(changed).length > 0;
  useUnsavedGuard(dirty, t("form.unsavedQuestion"));
  const leave = () => {
    setChanged({});
    setName(null);
    setProblems(() => []);
    setRound((before) => before + 1);
  };
  const save = useMutation(
    trpc.resources.change.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) return refuse(result.problems);
        await queries.invalidateQueries(trpc.resources.pathFilter());
        leave();
      },
      onError: (error) => refuse([callProblem(error)]),
    }),
  );
  const part = (wanted: "credentials" | "settings") =>
    Object.fromEntries(
      resource.form.flatMap((field) => {
        const value = changed[field.name];
        return field.part === wanted && value !== undefined ? [[field.name, value]] : [];
      }),
    );
  const set = (field: string, value: FieldValue, stored: FieldValue) => {
    save.reset();
    setProblems((before) => before.filter((problem) => problem.field !== field));
    setChanged((before) => {
      const { [field]: _old, ...others } = before;
      const same = JSON.stringify(value) === JSON.stringify(stored);
      return same ? others : { ...others, [field]: value };
    });
  };
  const fields = (advanced: boolean) =>
    resource.form
      .filter((field) => field.advanced === advanced)
      .map((field) => {
        const secret = field.part === "credentials";
        const stored = secret ? "" : (resource.values[field.name] ?? field.initial);
        return (
          <ProviderField
            key={`${field.name}-${round}`}
            field={field}
            words={words}
            stored={secret}
            value={changed[field.name] ?? stored}
            suggestions={resource.suggestions[field.name]}
            problem={problems.find((problem) => problem.field === field.name)}
            onChange={(value) => set(field.name, value, stored)}
          />
        );
      });
  const advanced = fields(true);
  const general = problems.filter(({ field }) => !resource.form.some((one) => one.name === field));
  const saved = save.isSuccess && save.data.ok && !dirty;
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending || !dirty) return;
        save.mutate({
          resourceId: resource.id,
          ...(name?.trim() && { name }),
          credentials: part("credentials"),
          settings: part("settings"),
        });
      }}
    >
      <Card className="space-y-6 p-5 sm:p-6" aria-labelledby={`${id}-title`}>
        <div>
          <h2 id={`${id}-title`} className="font-semibold tracking-tight">
            {t("form.settings")}
          </h2>
          <p className="mt-1 text-sm text-muted-foreground">{t("form.settingsHint")}</p>
        </div>
        {general.map((problem) => (
          <Alert key={problem.code} live tone="destructive" title={words.problem(problem)} />
        ))}
        <div className="space-y-2">
          <Label htmlFor={`${id}-name`}>{t("wizard.name")}</Label>
          <Input
            id={`${id}-name`}
            value={name ?? resource.name}
            maxLength={80}
            autoComplete="off"
            onChange={({ target }) => {
              save.reset();
              setName(target.value === resource.name ? null : target.value);
            }}
          />
        </div>
        {fields(false)}
        {advanced}
        {resource.webhookUrl && (
          <div className="space-y-1 text-sm">
            <p className="font-medium">{t("details.webhookUrl")}</p>
            <p className="rounded-lg bg-muted px-3 py-2 font-mono text-xs break-all">{resource.webhookUrl}</p>
            <p className="text-[13px] leading-relaxed text-muted-foreground">{t("details.webhookHint")}</p>
          </div>
        )}
        <div className="flex min-h-11 flex-wrap items-center justify-end gap-3">
          <p role="status" className="mr-auto text-sm font-medium">
            {saved ? (
              <span className="text-success">{t("form.saved")}</span>
            ) : problems.length > 0 ? (
              <span className="text-destructive">{t("form.check", { count: problems.length })}</span>
            ) : (
              dirty && t("form.unsaved")
            )}
          </p>
          {dirty && (
            <Button variant="ghost" disabled={save.isPending} onClick={leave}>
              {t("form.discard")}
            </Button>
          )}
          <Button type="submit" disabled={!dirty || save.isPending} aria-busy={save.isPending}>
            {save.isPending ? t("form.saving") : t("form.save")}
          </Button>
        </div>
      </Card>
    </form>
  );
}
