"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { KeyField } from "@/components/profile/key-field";
import { ProbeFailure, type ProbeRefusal } from "@/components/profile/probe-failure";
import { TextField } from "@/components/profile/text-field";
import { errorReason } from "@/components/settings/error-reason";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { AiProblem, AiSettingsView } from "@/server/domain/usage/schema";

type OwnModelFormProps = {
  own: AiSettingsView["own"];
  inUse: boolean;
  onSaved: (view: AiSettingsView) => void;
};
type Warning = "disobeys" | "no_format" | "no_streaming";

/** The workspace's own endpoint; it is tried before it is kept, and what is wrong is said. */
export function OwnModelForm({ own, inUse, onSaved }: OwnModelFormProps) {
  const t = useTranslations("Profile.ai");
  const trpc = useTRPC();
  const [baseUrl, setBaseUrl] = useState(own?.baseUrl ?? "https://api.openai.com/v1");
  const [model, setModel] = useState(own?.model ?? "gpt-4o-mini");
  const [embeddingModel, setEmbeddingModel] = useState(own?.embeddingModel ?? "");
  // Undefined leaves the stored one as it is.
  const [apiKey, setApiKey] = useState<string | undefined>(own ? undefined : "");
  const [problems, setProblems] = useState<{ field: string; problem: AiProblem }[]>([]);
  const [refusal, setRefusal] = useState<ProbeRefusal | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [warnings, setWarnings] = useState<Warning[]>([]);
  const save = useMutation(
    trpc.ai.save.mutationOptions({
      onSuccess: (result) => {
        if (result.ok) {
          setWarnings(result.warnings);
          setApiKey(undefined);
          onSaved(result.view);
        } else if (result.reason === "bad_input") setProblems(result.problems);
        else if (result.reason === "key_needed") {
          setApiKey("");
          setTrouble(t("keyNeeded"));
        } else setRefusal(result);
      },
      onError: (error) => setTrouble(errorReason(error) === "rate_limited" ? t("tooOften") : t("saveFailed")),
    }),
  );
  const problemOf = (field: string) => {
    const found = problems.find((one) => one.field === field)?.problem;
    return found && t(`problems.${found}`);
  };

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (save.isPending) return;
    setProblems([]);
    setRefusal(null);
    setTrouble(null);
    setWarnings([]);
    save.mutate({ mode: "byok", baseUrl, model, embeddingModel, apiKey });
  }

  return (
    <form noValidate onSubmit={submit} className="max-w-xl space-y-5">
      <TextField
        id="ai-url"
        label={t("baseUrl")}
        hint={t("baseUrlHint")}
        type="url"
        value={baseUrl}
        onChange={setBaseUrl}
        problem={problemOf("baseUrl")}
      />
      <KeyField
        last4={own?.keyLast4 ?? null}
        value={apiKey}
        onChange={setApiKey}
        problem={problemOf("apiKey")}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          id="ai-model"
          label={t("modelName")}
          value={model}
          onChange={setModel}
          problem={problemOf("model")}
        />
        <TextField
          id="ai-embedding"
          label={t("embedding")}
          hint={t("embeddingHint")}
          value={embeddingModel}
          onChange={setEmbeddingModel}
          problem={problemOf("embeddingModel")}
        />
      </div>
      {trouble && <Alert live tone="destructive" title={trouble} />}
      {refusal && (
        <ProbeFailure
          refusal={refusal}
          onChoose={refusal.what === "embedding" ? setEmbeddingModel : setModel}
        />
      )}
      {warnings.map((warning) => (
        <Alert key={warning} live tone="warning" title={t(`warnings.${warning}`)} />
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" aria-busy={save.isPending}>
          {save.isPending ? t("trying") : inUse ? t("tryAndSave") : t("tryAndUse")}
        </Button>
        <p className="text-sm text-muted-foreground">{t("tryHint")}</p>
      </div>
    </form>
  );
}
