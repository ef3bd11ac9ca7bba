"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

/** The workspace's name, to be changed. */
export function WorkspaceName({ name, refresh }: { name: string; refresh: () => Promise<void> }) {
  const t = useTranslations("Team");
  const trpc = useTRPC();
  const router = useRouter();
  const [typed, setTyped] = useState(name);
  const rename = useMutation(
    trpc.workspaces.rename.mutationOptions({
      onSuccess: () => {
        toast.success(t("renamed"));
        void refresh();
        // The frame shows the name too.
        router.refresh();
      },
      onError: () => toast.error(t("failed")),
    }),
  );
  const next = typed.trim();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (next && next !== name && !rename.isPending) rename.mutate({ name: next });
  }

  return (
    <Card className="p-5 sm:p-6">
      <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-56 space-y-2">
          <Label htmlFor="workspace-name">{t("workspaceName")}</Label>
          <Input
            id="workspace-name"
            value={typed}
            maxLength={100}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        <Button
          type="submit"
          variant="outline"
          disabled={!next || next === name}
          aria-busy={rename.isPending}
        >
          {t("rename")}
        </Button>
      </form>
    </Card>
  );
}
