"use client";

import type { ShellMember } from "@/components/shell/shell-member";

/** The workspace the reader looks at. */
export function WorkspaceSwitcher({ member, narrow }: { member: ShellMember; narrow: boolean }) {
  const { name } = member.workspace;
  return (
    <div className="flex h-10 min-w-0 items-center gap-2.5 px-1.5" title={name}>
      <span
        aria-hidden
        className="grid size-7 shrink-0 place-items-center rounded-lg bg-primary text-xs font-semibold text-primary-foreground"
      >
        {name.slice(0, 1).toUpperCase()}
      </span>
      <span className={narrow ? "sr-only" : "truncate text-sm font-semibold tracking-tight"}>{name}</span>
    </div>
  );
}
