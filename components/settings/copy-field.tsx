"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type CopyFieldProps = { label: string; value: string; copy: string; copied: string };

/** Something that is shown once, to be copied by a button or by hand. */
export function CopyField({ label, value, copy, copied }: CopyFieldProps) {
  const [done, setDone] = useState(false);

  async function copyIt(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      // Not allowed here: the text is selected, to be copied by hand.
      setDone(false);
    }
  }

  return (
    <div className="flex flex-col gap-2 sm:flex-row">
      <Input
        readOnly
        aria-label={label}
        value={value}
        className="min-w-0 shrink-0 font-mono sm:shrink"
        onFocus={(event) => event.target.select()}
      />
      <Button variant="outline" onClick={() => void copyIt()}>
        {done ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span role="status">{done ? copied : copy}</span>
      </Button>
    </div>
  );
}
