"use client";

import { type LucideIcon, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu } from "radix-ui";
import { Button } from "@/components/ui/button";

/** Something that goes wrong once `cause` is called; that answers whether it was arranged. */
export type Trouble = {
  key: string;
  icon: LucideIcon;
  title: string;
  text: string;
  disabled?: boolean;
  cause: () => Promise<boolean>;
};

type TroubleMenuProps = { troubles: Trouble[]; disabled: boolean; onDone: (text: string) => void };

/** “What if…”: troubles to choose from. */
export function TroubleMenu({ troubles, disabled, onDone }: TroubleMenuProps) {
  const t = useTranslations("Simulator");
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="outline" size="small" disabled={disabled}>
          <WandSparkles aria-hidden />
          <span className="max-sm:sr-only">{t("whatIf")}</span>
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        align="end"
        sideOffset={6}
        collisionPadding={8}
        className="z-50 w-80 max-w-[calc(100vw-1rem)] rounded-2xl border border-border bg-popover p-1.5 text-popover-foreground shadow-lifted"
      >
        <DropdownMenu.Label className="px-2.5 pt-1.5 pb-1 text-xs text-muted-foreground">
          {t("whatIfText")}
        </DropdownMenu.Label>
        {troubles.map(({ key, icon: Icon, title, text, disabled: off, cause }) => (
          <DropdownMenu.Item
            key={key}
            disabled={off}
            onSelect={() => void cause().then((done) => done && onDone(t("done", { what: title })))}
            className="flex cursor-pointer gap-3 rounded-xl px-2.5 py-2 outline-none data-disabled:cursor-default data-disabled:opacity-50 data-highlighted:bg-accent"
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
            <span>
              <span className="block text-sm font-medium">{title}</span>
              <span className="block text-xs text-muted-foreground">{text}</span>
            </span>
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}
