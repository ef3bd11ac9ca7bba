"use client";

import { AlertDialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { buttonClasses } from "@/components/ui/button-classes";

type ConfirmDialogProps = {
  /** The button that asks; null when `open` is led from outside. */
  trigger: ReactNode | null;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirm: string;
  cancel: string;
  /** What cannot be undone is red. */
  destructive?: boolean;
  onConfirm: () => void;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Asks before something that matters is done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { trigger, title, description, confirm, cancel, destructive, onConfirm, open, onOpenChange } = props;
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>}
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-50 bg-black/45" />
        <Primitive.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 rounded-2xl border border-border bg-popover p-6 text-foreground shadow-lifted">
          <Primitive.Title className="text-lg font-semibold tracking-tight">{title}</Primitive.Title>
          <Primitive.Description className="mt-2 text-sm leading-relaxed text-muted-foreground">
            {description}
          </Primitive.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Primitive.Cancel className={buttonClasses({ variant: "outline" })}>{cancel}</Primitive.Cancel>
            <Primitive.Action
              className={buttonClasses({ variant: destructive ? "destructive" : "primary" })}
              onClick={onConfirm}
            >
              {confirm}
            </Primitive.Action>
          </div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
