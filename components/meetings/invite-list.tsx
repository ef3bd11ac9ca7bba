"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { BadLines } from "@/components/meetings/bad-lines";
import { Field } from "@/components/meetings/field";
import { PermanentBox } from "@/components/meetings/permanent-box";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { BadLine } from "@/server/domain/meetings/schema";

type InviteListProps = { meetingId: number; onClose: () => void };

/** Invites everybody of a pasted list; the text stays while lines of it could not be taken, their reasons below it. */
export function InviteList({ meetingId, onClose }: InviteListProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [lines, setLines] = useState("");
  const [permanent, setPermanent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [bad, setBad] = useState<BadLine[]>([]);
  const add = useMutation(
    trpc.meetings.addInvitees.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return setProblem(words.refusal(result));
        if (result.added + result.known > 0)
          toast.success(t("listTaken", { added: result.added, known: result.known }));
        void queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
        if (result.bad.length === 0) return onClose();
        setBad(result.bad);
      },
      onError: () => setProblem(t("changeFailed")),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setProblem(lines.trim() ? null : t("problem.lines_missing"));
    if (!lines.trim() || add.isPending) return;
    add.mutate({ meetingId, lines, ...(permanent && { permanent }) });
  };
  const choose = (line: number) => {
    const element = field.current;
    if (!element) return;
    const before = lines.split("\n").slice(0, line - 1);
    const from = before.reduce((length, text) => length + text.length + 1, 0);
    element.focus();
    element.setSelectionRange(from, from + (lines.split("\n")[line - 1]?.length ?? 0));
  };
  return (
    <form noValidate className="space-y-5" onSubmit={submit}>
      <Field id="invite-lines" label={t("lines")} problem={problem} hint={t("linesHint")}>
        {(control) => (
          <Textarea
            {...control}
            ref={field}
            dir="auto"
            wrap="off"
            className="max-h-72 min-h-36 overflow-auto font-mono text-sm"
            value={lines}
            maxLength={200_000}
            spellCheck={false}
            placeholder={t("placeholder.lines")}
            onChange={({ target }) => setLines(target.value)}
          />
        )}
      </Field>
      {bad.length > 0 && <BadLines bad={bad} onChoose={choose} />}
      <PermanentBox checked={permanent} onChange={setPermanent} />
      <div className="flex justify-end">
        <Button type="submit" aria-busy={add.isPending}>
          {add.isPending ? t("inviting") : t("invite")}
        </Button>
      </div>
    </form>
  );
}
