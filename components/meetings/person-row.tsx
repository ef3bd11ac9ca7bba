"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { toast } from "sonner";
import { ReachBadge } from "@/components/meetings/reach-badge";
import { useMeetingWords } from "@/components/meetings/use-meeting-words";
import { useTRPC } from "@/components/shell/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import type { PersonView } from "@/server/domain/meetings/schema";

type PersonRowProps = {
  person: PersonView;
  mayManage: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

const roles = ["isPermanent", "isOrganiser"] as const;

/** One person meetings know of, with what they are to them. */
export function PersonRow({ person, mayManage, onEdit, onRemove }: PersonRowProps) {
  const t = useTranslations("Meetings");
  const words = useMeetingWords();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const id = useId();
  const save = useMutation(
    trpc.meetings.savePerson.mutationOptions({
      onSuccess: (result) => {
        if (!result.ok) toast.error(words.refusal(result));
      },
      onError: () => void toast.error(t("changeFailed")),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.meetings.pathKey() }),
    }),
  );
  const addresses = [person.email, person.phone && `+${person.phone}`].filter(Boolean).join(" · ");
  const name = person.fullName || addresses;
  const { fullName, email, phone } = person;
  return (
    <li className="relative flex flex-wrap items-center gap-x-6 gap-y-2.5 px-4 py-3 text-sm sm:px-5">
      <div className="min-w-0 flex-1 basis-60 max-sm:basis-full max-sm:pr-20">
        <p dir="auto" className="truncate font-medium" title={name}>
          {name}
        </p>
        <p className="flex min-w-0 flex-wrap items-center gap-x-3 text-[13px] text-muted-foreground">
          {person.fullName && addresses && (
            <span className="truncate" title={addresses}>
              {addresses}
            </span>
          )}
          <ReachBadge reach={person.reach} />
        </p>
      </div>
      {roles.map((role) =>
        mayManage ? (
          <span key={role} className="flex items-center gap-2.5">
            <Switch
              id={`${id}-${role}`}
              aria-label={t("roleOf", { role: t(role), name })}
              checked={save.isPending ? (save.variables[role] ?? person[role]) : person[role]}
              onCheckedChange={(checked) =>
                save.mutate({
                  personId: person.id,
                  fullName,
                  email: email ?? "",
                  phone: phone ? `+${phone}` : "",
                  [role]: checked,
                })
              }
            />
            <label htmlFor={`${id}-${role}`} className="text-[13px] text-muted-foreground">
              {t(role)}
            </label>
          </span>
        ) : (
          person[role] && <Badge key={role}>{t(role)}</Badge>
        ),
      )}
      {mayManage && (
        <span className="flex max-sm:absolute max-sm:top-1.5 max-sm:right-1.5">
          <Button variant="ghost" size="icon" aria-label={t("editOf", { name })} onClick={onEdit}>
            <Pencil aria-hidden />
          </Button>
          <Button variant="ghost" size="icon" aria-label={t("removeOf", { name })} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        </span>
      )}
    </li>
  );
}
