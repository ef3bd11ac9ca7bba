"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { ChevronsUpDown, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { NewWorkspaceDialog } from "@/components/shell/new-workspace-dialog";
import type { ShellMember } from "@/components/shell/shell-member";
import { useTRPC } from "@/components/shell/trpc";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";

type WorkspaceSwitcherProps = { member: ShellMember; narrow: boolean };

/** The workspace the reader looks at; leads to their others, and to a new one. */
export function WorkspaceSwitcher({ member, narrow }: WorkspaceSwitcherProps) {
  const t = useTranslations("Shell");
  const trpc = useTRPC();
  const { workspace, user } = member;
  const [open, setOpen] = useState(false);
  const [creating, setCreating] = useState(false);
  const { data } = useQuery({ ...trpc.account.workspaces.queryOptions(), enabled: open });
  const own = data ?? [{ ...workspace, role: member.role }];
  const choose = useMutation({
    ...trpc.account.switchWorkspace.mutationOptions(),
    // A full load: nothing of the other workspace may stay in memory.
    onSuccess: ({ ok }) => (ok ? window.location.assign("/inbox") : toast.error(t("switchFailed"))),
    onError: () => toast.error(t("switchFailed")),
  });
  return (
    <>
      <DropdownMenu open={open} onOpenChange={setOpen}>
        <DropdownMenuTrigger
          title={workspace.name}
          className="flex h-10 w-full min-w-0 items-center gap-2.5 rounded-lg px-1.5 text-left transition-colors hover:bg-foreground/5"
        >
          <span className="sr-only">{t("workspaceOf", { name: workspace.name })}</span>
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-lg bg-primary text-xs font-semibold text-primary-foreground"
          >
            {workspace.name.slice(0, 1).toUpperCase()}
          </span>
          {!narrow && (
            <>
              <span aria-hidden className="min-w-0 flex-1 truncate text-sm font-semibold tracking-tight">
                {workspace.name}
              </span>
              <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
            </>
          )}
        </DropdownMenuTrigger>
        <DropdownMenuContent align="start" className="w-64">
          <DropdownMenuLabel>{t("workspaces")}</DropdownMenuLabel>
          <DropdownMenuRadioGroup
            value={String(workspace.id)}
            onValueChange={(id) => choose.mutate({ workspaceId: Number(id) })}
          >
            {own.map(({ id, name, role }) => (
              <DropdownMenuRadioItem key={id} value={String(id)} disabled={choose.isPending}>
                <span className="min-w-0">
                  <span className="block truncate" title={name}>
                    {name}
                  </span>
                  <span className="block text-xs text-muted-foreground">{t("role", { role })}</span>
                </span>
              </DropdownMenuRadioItem>
            ))}
          </DropdownMenuRadioGroup>
          {!user.isDemo && (
            <>
              <DropdownMenuSeparator />
              <DropdownMenuItem onSelect={() => setCreating(true)}>
                <Plus aria-hidden />
                {t("newWorkspace")}
              </DropdownMenuItem>
            </>
          )}
        </DropdownMenuContent>
      </DropdownMenu>
      <NewWorkspaceDialog open={creating} onOpenChange={setCreating} />
    </>
  );
}
