import Link from "next/link";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

type LinkOverProps = { text: string; again: { href: string; label: string } };

/** A letter's link that does nothing any more, with the way to a new one. */
export function LinkOver({ text, again }: LinkOverProps) {
  return (
    <div className="mt-8 space-y-5">
      <Alert live tone="destructive" title={text} />
      <Button asChild variant="outline" className="w-full">
        <Link href={again.href}>{again.label}</Link>
      </Button>
    </div>
  );
}
