"use client";

import { type ComponentProps, useState } from "react";
import { LeadField } from "@/components/leads/lead-field";

type SavedFieldProps = Omit<ComponentProps<typeof LeadField>, "value" | "onChange"> & {
  /** What is kept now. */
  saved: string;
  /** Keeps what was typed; a text says what is wrong with it. */
  onSave: (text: string) => Promise<string | null> | string | null;
};

/** A field that keeps its text when it is left or Enter is pressed; Escape brings the kept one back. */
export function SavedField({ saved, onSave, ...props }: SavedFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    if (typed === null) return;
    if (typed.trim() === saved) {
      setTyped(null);
      setProblem(null);
      return;
    }
    const wrong = await onSave(typed.trim());
    setProblem(wrong);
    if (!wrong) setTyped(null);
  };
  return (
    <LeadField
      {...props}
      problem={problem}
      value={typed ?? saved}
      data-unsaved={typed !== null && typed !== saved ? true : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key !== "Escape" || typed === null) return;
        setTyped(null);
        setProblem(null);
      }}
    />
  );
}
