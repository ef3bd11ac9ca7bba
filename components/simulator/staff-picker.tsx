"use client";

import { useTranslations } from "next-intl";
import { PersonAvatar } from "@/components/simulator/person-avatar";
import type { Cast } from "@/components/simulator/simulator-types";
import { cn } from "@/components/ui/cn";

type StaffPickerProps = { staff: Cast["staff"]; chosen: number; onChoose: (id: number) => void };

/** In whose name one writes in the group. */
export function StaffPicker({ staff, chosen, onChoose }: StaffPickerProps) {
  const t = useTranslations("Simulator");
  return (
    <fieldset className="flex gap-1 border-t border-border bg-card px-2 pt-1.5">
      <legend className="sr-only">{t("playAs")}</legend>
      {staff.map(({ id, firstName, role }) => (
        <label
          key={id}
          className={cn(
            "flex cursor-pointer items-center gap-1.5 rounded-full py-0.5 pr-2.5 pl-0.5 text-xs transition-colors has-focus-visible:outline-2 has-focus-visible:outline-ring",
            id === chosen ? "bg-accent text-accent-foreground" : "text-muted-foreground hover:bg-muted",
          )}
        >
          <input
            type="radio"
            name="staff"
            className="sr-only"
            checked={id === chosen}
            onChange={() => onChoose(id)}
          />
          <PersonAvatar id={id} name={firstName} size="small" />
          <span className="font-medium">{firstName}</span>
          <span className="max-sm:sr-only">{t("role", { role })}</span>
        </label>
      ))}
    </fieldset>
  );
}
