"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusDot } from "@/components/leads/status-dot";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { LEAD_STATUSES, type LeadStatusName, type LeadView } from "@/server/domain/leads/schema";

type MoveMenuProps = { lead: LeadView; onMove: (status: LeadStatusName) => void };

/** Moves a lead to another stage without dragging. */
export function MoveMenu({ lead, onMove }: MoveMenuProps) {
  const t = useTranslations("Leads");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          className="relative -my-1.5 -mr-2 size-8 shrink-0 max-sm:-my-2.5 max-sm:size-10"
          aria-label={t("moveOf", { name: lead.name })}
        >
          <Ellipsis aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        <DropdownMenuLabel>{t("moveTo")}</DropdownMenuLabel>
        <DropdownMenuRadioGroup
          value={lead.status}
          onValueChange={(value) => {
            const status = LEAD_STATUSES.find((known) => known === value);
            if (status) onMove(status);
          }}
        >
          {LEAD_STATUSES.map((status) => (
            <DropdownMenuRadioItem key={status} value={status}>
              <StatusDot status={status} />
              {t(`status.${status}`)}
            </DropdownMenuRadioItem>
          ))}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
