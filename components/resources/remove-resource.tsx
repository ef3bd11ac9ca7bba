"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogClose, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ResourceDetail } from "@/server/domain/resources/schema";

/** Removes a resource; one with conversations asks for its name to be typed. */
export function RemoveResource({ resource }: { resource: ResourceDetail }) {
  const t = useTranslations("Resources");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const { id: resourceId, name, conversations } = resource;
  const remove = useMutation(
    trpc.resources.remove.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) return queries.invalidateQueries(trpc.resources.detail.queryFilter());
        router.push("/resources");
        await queries.invalidateQueries(trpc.resources.list.queryFilter());
      },
    }),
  );
  const mismatch = remove.data?.ok === false;
  const ready = conversations === 0 || typed.trim() === name.trim();
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4 p-5 sm:p-6" aria-labelledby="remove">
      <div className="min-w-0 flex-1 basis-56">
        <h2 id="remove" className="font-semibold tracking-tight">
          {t("remove.title")}
        </h2>
        <p className="mt-1 text-sm leading-relaxed text-muted-foreground">
          {t(resource.listening === null ? "remove.hintPlain" : "remove.hint")}
        </p>
      </div>
      <Dialog
        onOpenChange={() => {
          setTyped("");
          remove.reset();
        }}
      >
        <DialogTrigger asChild>
          <Button variant="outline" className="text-destructive">
            {t("remove.button")}
          </Button>
        </DialogTrigger>
        <DialogContent
          closeLabel={t("actions.close")}
          title={t("remove.question", { name })}
          description={
            conversations > 0 ? t("remove.withConversations", { count: conversations }) : t("remove.plain")
          }
        >
          <form
            className="space-y-5"
            onSubmit={(event) => {
              event.preventDefault();
              if (ready && !remove.isPending) remove.mutate({ resourceId, confirmation: typed });
            }}
          >
            {conversations > 0 && (
              <div className="space-y-2">
                <Label htmlFor="remove-name">{t("remove.type", { name })}</Label>
                <Input
                  id="remove-name"
                  autoComplete="off"
                  value={typed}
                  aria-invalid={mismatch || undefined}
                  onChange={({ target }) => setTyped(target.value)}
                />
              </div>
            )}
            {(mismatch || remove.isError) && (
              <p role="alert" className="text-sm text-destructive">
                {mismatch ? t("remove.mismatch") : t("actions.failed")}
              </p>
            )}
            <div className="flex flex-wrap justify-end gap-3">
              <DialogClose asChild>
                <Button variant="outline">{t("actions.cancel")}</Button>
              </DialogClose>
              <Button type="submit" variant="destructive" disabled={!ready || remove.isPending}>
                {t("remove.confirm")}
              </Button>
            </div>
          </form>
        </DialogContent>
      </Dialog>
    </Card>
  );
}
