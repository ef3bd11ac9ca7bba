"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { AccountFindings } from "@/components/resources/account-findings";
import { callProblem } from "@/components/resources/call-problem";
import { ProviderField } from "@/components/resources/form/provider-field";
import { ProviderIcon } from "@/components/resources/provider-icon";
import { useProviderWords } from "@/components/resources/use-provider-words";
import { useRefusal } from "@/components/resources/use-refusal";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import type {
  AccountProblem,
  AccountFindings as Findings,
  ProviderOffer,
} from "@/server/domain/resources/schema";
import type { FieldValue } from "@/server/providers/form";
import { providerPages } from "@/server/providers/pages";

/** The form of one provider, its live check and what that found. */
export function ConnectAccount({ offer, onBack }: { offer: ProviderOffer; onBack: () => void }) {
  const t = useTranslations("Resources.wizard");
  const words = useProviderWords(offer.slug);
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const id = useId();
  const { form, problems, setProblems, refuse: tell } = useRefusal();
  const [name, setName] = useState("");
  const [world, setWorld] = useState(offer.worlds[0] ?? "service");
  const [values, setValues] = useState<Record<string, FieldValue>>(() =>
    Object.fromEntries(offer.form.map((field) => [field.name, field.initial])),
  );
  const [findings, setFindings] = useState<Findings | null>(null);
  const fields = offer.form.filter(({ advanced }) => !advanced);
  const part = (wanted: "credentials" | "settings") =>
    Object.fromEntries(
      offer.form.filter((field) => field.part === wanted).map((field) => [field.name, values[field.name]]),
    );
  const account = () => ({
    provider: offer.slug,
    world,
    credentials: part("credentials"),
    settings: part("settings"),
  });
  const refuse = (found: AccountProblem[]) => {
    setFindings(null);
    tell(found);
  };
  const check = useMutation(
    trpc.resources.check.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return refuse(result.problems);
        setProblems(() => []);
        setFindings(result.findings);
      },
      onError: (error) => refuse([callProblem(error)]),
    }),
  );
  const add = useMutation(
    trpc.resources.add.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) return refuse(result.problems);
        await queries.invalidateQueries(trpc.resources.list.queryFilter());
        router.push(`/resources/${result.resourceId}`);
      },
      onError: (error) => refuse([callProblem(error)]),
    }),
  );
  const general = problems.filter(({ field }) => field === null || !fields.some((one) => one.name === field));
  const { StandIn } = providerPages[offer.slug as keyof typeof providerPages];
  // After the answer the page of the new resource is on its way.
  const adding = add.isPending || (add.isSuccess && add.data.ok);

  if (findings) {
    return (
      <Card className="space-y-5 p-5 sm:p-6" aria-labelledby={`${id}-found`}>
        <div className="flex items-center gap-4" role="status">
          <ProviderIcon provider={offer.slug} />
          <div className="min-w-0">
            <h2 id={`${id}-found`} className="font-semibold tracking-tight">
              {t("found")}
            </h2>
            <p className="truncate text-sm text-muted-foreground">
              {t("foundAccount", {
                name: findings.account.username ? `@${findings.account.username}` : findings.account.name,
              })}
            </p>
          </div>
        </div>
        <AccountFindings findings={findings} provider={offer.slug} />
        <p className="text-sm text-muted-foreground">{t("addHint")}</p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="outline" disabled={adding} onClick={() => setFindings(null)}>
            {t("change")}
          </Button>
          <Button aria-busy={adding} disabled={adding} onClick={() => add.mutate({ ...account(), name })}>
            {adding ? t("adding") : t("addIt")}
          </Button>
        </div>
      </Card>
    );
  }
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!check.isPending) check.mutate(account());
      }}
    >
      <Card className="space-y-6 p-5 sm:p-6" aria-labelledby={`${id}-title`}>
        <div className="flex items-center justify-between gap-4">
          <div className="flex min-w-0 items-center gap-4">
            <ProviderIcon provider={offer.slug} />
            <h2 id={`${id}-title`} className="truncate font-semibold tracking-tight">
              {words.name}
            </h2>
          </div>
          <Button variant="ghost" size="small" onClick={onBack}>
            {t("otherProvider")}
          </Button>
        </div>
        {general.map((problem) => (
          <Alert key={problem.code} live tone="destructive" title={words.problem(problem)} />
        ))}
        {offer.worlds.length > 1 && (
          <div className="space-y-2">
            <Label htmlFor={`${id}-world`}>{t("world")}</Label>
            <Select
              id={`${id}-world`}
              value={world}
              aria-describedby={`${id}-world-hint`}
              onChange={({ target }) => setWorld(target.value === "simulator" ? "simulator" : "service")}
            >
              {offer.worlds.map((one) => (
                <option key={one} value={one}>
                  {t(`worlds.${one}`)}
                </option>
              ))}
            </Select>
            <p id={`${id}-world-hint`} className="text-[13px] leading-relaxed text-muted-foreground">
              {t("worldHint")}
            </p>
          </div>
        )}
        {world === "simulator" && StandIn && (
          <StandIn onFill={(filled) => setValues((before) => ({ ...before, ...filled }))} />
        )}
        {fields.map((field) => (
          <ProviderField
            key={field.name}
            field={field}
            words={words}
            value={values[field.name] ?? field.initial}
            problem={problems.find((problem) => problem.field === field.name)}
            onChange={(value) => {
              setValues((before) => ({ ...before, [field.name]: value }));
              setProblems((before) => before.filter((problem) => problem.field !== field.name));
            }}
          />
        ))}
        <div className="space-y-2">
          <Label htmlFor={`${id}-name`}>{t("name")}</Label>
          <Input
            id={`${id}-name`}
            value={name}
            maxLength={80}
            autoComplete="off"
            aria-describedby={`${id}-name-hint`}
            onChange={({ target }) => setName(target.value)}
          />
          <p id={`${id}-name-hint`} className="text-[13px] leading-relaxed text-muted-foreground">
            {t("nameHint")}
          </p>
        </div>
        <div className="flex justify-end">
          <Button type="submit" aria-busy={check.isPending} disabled={check.isPending}>
            {check.isPending ? t("checking") : t("check")}
          </Button>
        </div>
      </Card>
    </form>
  );
}
