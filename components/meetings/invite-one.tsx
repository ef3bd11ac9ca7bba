"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useDeferredValue, useId, useState } from "react";
import { toast } from "sonner";
import { PermanentBox } from "@/components/meetings/permanent-box";
import { PersonFields } from "@/components/meetings/person-fields";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { usePersonDraft } from "@/components/meetings/use-person-draft";
import { useTRPC } from "@/components/shell/trpc";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import type { PersonView } from "@/server/domain/meetings/schema";

const mostSuggested = 5;

/** Invites one person: somebody known, suggested while the name is typed, or somebody new. */
export function InviteOne({ meetingId }: { meetingId: number }) {
  // A new form for each person.
  const [count, setCount] = useState(0);
  return <InviteOneForm key={count} meetingId={meetingId} onDone={() => setCount(count + 1)} />;
}

function InviteOneForm({ meetingId, onDone }: { meetingId: number; onDone: () => void }) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const form = usePersonDraft(id, null);
  const [permanent, setPermanent] = useState(false);
  const search = useDeferredValue((form.draft.fullName || form.draft.email).trim());
  const known = useQuery({
    ...trpc.meetings.people.queryOptions({ search }),
    enabled: search.length > 1,
    placeholderData: keepPreviousData,
  });
  const add = useMutation(
    trpc.meetings.addInvitee.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) return form.refuse(result);
        const { person } = result.invitee;
        toast.success(t("invited", { name: person.fullName || person.email || "" }));
        void queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() });
        onDone();
      },
      onError: () => form.refuse(null),
    }),
  );
  const invite = (person: PersonView) =>
    add.mutate(
      { meetingId, person: { personId: person.id }, ...(permanent && { permanent }) },
      { onSuccess: (result) => !result.ok && toast.error(words.refusal(result)) },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const person = form.read();
    if (person && !add.isPending) add.mutate({ meetingId, person, ...(permanent && { permanent }) });
  };
  const suggested = search.length > 1 ? (known.data?.people.slice(0, mostSuggested) ?? []) : [];
  return (
    <form noValidate className="space-y-5" onSubmit={submit}>
      {form.trouble && <Alert live tone="destructive" title={form.trouble} />}
      <PersonFields id={id} draft={form.draft} problems={form.problems} onChange={form.change} />
      {suggested.length > 0 && (
        <div className="space-y-1.5">
          <p className="text-[13px] text-muted-foreground">{t("known")}</p>
          <ul className="overflow-hidden rounded-xl border border-border">
            {suggested.map((person) => (
              <li key={person.id} className="not-last:border-b not-last:border-border">
                <button
                  type="button"
                  disabled={add.isPending}
                  className="group flex min-h-11 w-full items-center gap-3 px-3.5 py-2 text-left text-sm -outline-offset-2 hover:bg-muted"
                  onClick={() => invite(person)}
                >
                  <span className="min-w-0 flex-1">
                    <span dir="auto" className="block truncate">
                      {person.fullName || person.email}
                    </span>
                    <span className="block truncate text-xs text-muted-foreground">
                      {[person.email, person.phone && `+${person.phone}`].filter(Boolean).join(" · ")}
                    </span>
                  </span>
                  <UserPlus aria-hidden className="size-4 shrink-0 text-muted-foreground" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <PermanentBox checked={permanent} onChange={setPermanent} />
      <div className="flex justify-end">
        <Button type="submit" aria-busy={add.isPending}>
          {t("invite")}
        </Button>
      </div>
    </form>
  );
}
