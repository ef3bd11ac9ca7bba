import { useTranslations } from "next-intl";
import { useDays } from "@/components/hub/use-days";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Range = { from: string | null; to: string | null };
type DaysFormProps = Range & { onChange: (range: Range) => void; onDone: () => void };

const spans = [
  ["today", 0],
  ["lastWeek", 6],
  ["lastMonth", 29],
] as const;

/** The days whose messages are shown. */
export function DaysForm({ from, to, onChange, onDone }: DaysFormProps) {
  const t = useTranslations("Hub");
  const { daysAgo } = useDays();
  return (
    <div className="space-y-3 p-1">
      <div className="flex flex-wrap gap-1.5">
        {spans.map(([name, days]) => (
          <Button
            key={name}
            variant="outline"
            size="small"
            className="h-8 px-2.5"
            onClick={() => {
              onChange({ from: daysAgo(days), to: null });
              onDone();
            }}
          >
            {t(name)}
          </Button>
        ))}
      </div>
      {(["from", "to"] as const).map((end) => (
        <div key={end}>
          <label htmlFor={`hub-${end}`} className="text-xs text-muted-foreground">
            {t(end)}
          </label>
          <Input
            id={`hub-${end}`}
            type="date"
            value={(end === "from" ? from : to) ?? ""}
            className="mt-1 h-10 sm:h-9"
            onChange={({ target }) => onChange({ from, to, [end]: target.value || null })}
          />
        </div>
      ))}
    </div>
  );
}
