"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type TypedConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  /** What has to be typed. */
  word: string;
  label: string;
  confirm: string;
  cancel: string;
  close: string;
  busy: boolean;
  /** Another condition that is not met yet. */
  blocked?: boolean;
  problem: string | null;
  onConfirm: (typed: string) => void;
  children?: ReactNode;
};

/** Asks for a name before something is done that cannot be undone. */
export function TypedConfirmDialog(props: TypedConfirmDialogProps) {
  const { open, onOpenChange, title, description, close } = props;
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={title} description={description} closeLabel={close}>
        <ConfirmForm {...props} />
      </DialogContent>
    </Dialog>
  );
}

function ConfirmForm(props: TypedConfirmDialogProps) {
  const { word, label, confirm, cancel, busy, blocked, problem, onConfirm, onOpenChange, children } = props;
  const [typed, setTyped] = useState("");
  const id = useId();
  const matches = typed.trim() === word.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (matches && !blocked && !busy) onConfirm(typed);
  }

  return (
    <form onSubmit={submit} className="space-y-5">
      {children}
      <div className="space-y-2">
        <Label htmlFor={id} className="break-words">
          {label}
        </Label>
        <Input
          id={id}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        {problem && (
          <p id={`${id}-problem`} role="alert" className="text-sm text-destructive">
            {problem}
          </p>
        )}
      </div>
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="outline" onClick={() => onOpenChange(false)}>
          {cancel}
        </Button>
        <Button type="submit" variant="destructive" disabled={!matches || blocked} aria-busy={busy}>
          {confirm}
        </Button>
      </div>
    </form>
  );
}
