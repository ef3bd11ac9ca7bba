"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, SearchX, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { PersonDialog } from "@/components/meetings/person-dialog";
import { PersonRow } from "@/components/meetings/person-row";
import { SearchedList } from "@/components/meetings/searched-list";
import { Segments } from "@/components/meetings/segments";
import { useLiveMeetings } from "@/components/meetings/use-live-meetings";
import { usePageOf } from "@/components/meetings/use-page-of";
import { BackLink } from "@/components/shell/back-link";
import { useTRPC } from "@/components/shell/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { EmptyState } from "@/components/ui/empty-state";
import type { PersonView } from "@/server/domain/meetings/schema";

const kinds = ["all", "permanent", "organisers"] as const;
type Dialog = { kind: "edit"; person: PersonView | null } | { kind: "remove"; person: PersonView };

/** Everybody meetings know of: who is always invited, who may organise. */
export function PeopleScreen({ mayManage }: { mayManage: boolean }) {
  const t = useTranslations("Meetings");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState<(typeof kinds)[number]>("all");
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [page, turnTo] = usePageOf(`${only}\n${search}`);
  useLiveMeetings();
  const list = useQuery({
    ...trpc.meetings.people.queryOptions({ only, page, ...(search && { search }) }),
    placeholderData: keepPreviousData,
  });
  const remove = useMutation(
    trpc.meetings.removePerson.mutationOptions({
      onSuccess: () => void toast.success(t("personRemoved")),
      onError: () => void toast.error(t("changeFailed")),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() }),
    }),
  );
  const removed = dialog?.kind === "remove" ? dialog.person : null;
  return (
    <div className="space-y-6">
      <BackLink href="/meetings">{t("title")}</BackLink>
      <header className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-2xl font-semibold tracking-[-0.02em]">{t("people")}</h1>
          <p className="mt-1.5 max-w-2xl text-muted-foreground">{t("peopleText")}</p>
        </div>
        {mayManage && (
          <Button onClick={() => setDialog({ kind: "edit", person: null })}>
            <Plus aria-hidden />
            {t("addPerson")}
          </Button>
        )}
      </header>
      <SearchedList
        list={list}
        filter={
          <Segments
            label={t("peopleKind")}
            options={kinds.map((value) => ({ value, name: t(`peopleOnly.${value}`) }))}
            value={only}
            onChoose={setOnly}
          />
        }
        search={search}
        onSearch={setSearch}
        page={page}
        onPage={turnTo}
        rows={({ people }) =>
          people.length > 0 && (
            <ul
              aria-label={t("people")}
              className="divide-y divide-border rounded-2xl border border-border bg-card shadow-soft"
            >
              {people.map((person) => (
                <PersonRow
                  key={person.id}
                  person={person}
                  mayManage={mayManage}
                  onEdit={() => setDialog({ kind: "edit", person })}
                  onRemove={() => setDialog({ kind: "remove", person })}
                />
              ))}
            </ul>
          )
        }
        none={
          search ? (
            <EmptyState icon={SearchX} title={t("peopleNotFound")} hint={t("peopleNotFoundHint")} />
          ) : (
            <EmptyState icon={Users} title={t(`peopleNone.${only}`)} hint={t("peopleNoneHint")} />
          )
        }
      />
      {mayManage && (
        <>
          <PersonDialog
            open={dialog?.kind === "edit"}
            person={dialog?.kind === "edit" ? dialog.person : null}
            onClose={() => setDialog(null)}
          />
          <ConfirmDialog
            trigger={null}
            open={removed !== null}
            onOpenChange={(open) => !open && setDialog(null)}
            title={t("removePersonTitle", { name: removed?.fullName || removed?.email || "" })}
            description={t("removePersonText")}
            confirm={t("remove")}
            cancel={t("keepPerson")}
            destructive
            onConfirm={() => removed && remove.mutate({ personId: removed.id })}
          />
        </>
      )}
    </div>
  );
}
