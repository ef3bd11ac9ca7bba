"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useRef } from "react";
import { buttonClasses } from "@/components/ui/button-classes";
import { cn } from "@/components/ui/cn";

/** A question or a form over the page: `<Dialog><DialogTrigger/><DialogContent title=…>…</DialogContent></Dialog>`. */
export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;
export const DialogClose = Primitive.Close;

type DialogContentProps = Omit<ComponentProps<typeof Primitive.Content>, "title"> & {
  title: ReactNode;
  description?: ReactNode;
  /** Accessible name of the cross, in the page's language. */
  closeLabel: string;
  /** `sheet` comes in from the right and fills the height. */
  shape?: "window" | "sheet";
};

const shapes = {
  window:
    "top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 rounded-2xl",
  sheet: "inset-y-0 right-0 h-dvh w-full max-w-xl border-y-0 border-r-0 sm:rounded-l-2xl",
};

/** The dialog's surface with its title; it scrolls when it is taller than the screen. */
export function DialogContent({
  title,
  description,
  closeLabel,
  shape = "window",
  className,
  children,
  onOpenAutoFocus,
  onCloseAutoFocus,
  ...props
}: DialogContentProps) {
  // Radix gives the focus back to a trigger only; a dialog led by `open` has none.
  const before = useRef<Element | null>(null);
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-50 bg-black/45" />
      <Primitive.Content
        // Without a description Radix wants to be told so.
        {...(!description && { "aria-describedby": undefined })}
        className={cn(
          "fixed z-50 overflow-y-auto overscroll-contain border border-border bg-popover p-6 text-foreground shadow-lifted outline-none",
          shapes[shape],
          className,
        )}
        onOpenAutoFocus={(event) => {
          before.current = document.activeElement;
          onOpenAutoFocus?.(event);
        }}
        onCloseAutoFocus={(event) => {
          onCloseAutoFocus?.(event);
          const { current } = before;
          if (event.defaultPrevented || !(current instanceof HTMLElement)) return;
          if (!current.isConnected || current === document.body) return;
          event.preventDefault();
          current.focus();
        }}
        {...props}
      >
        <div className="pr-10">
          <Primitive.Title className="text-lg leading-snug font-semibold tracking-tight">
            {title}
          </Primitive.Title>
          {description && (
            <Primitive.Description className="mt-1.5 text-sm leading-relaxed text-muted-foreground">
              {description}
            </Primitive.Description>
          )}
        </div>
        <div className="mt-5">{children}</div>
        <Primitive.Close
          aria-label={closeLabel}
          className={cn(buttonClasses({ variant: "ghost", size: "icon" }), "absolute top-4 right-4")}
        >
          <X aria-hidden />
        </Primitive.Close>
      </Primitive.Content>
    </Primitive.Portal>
  );
}
