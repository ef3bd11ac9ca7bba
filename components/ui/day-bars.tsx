"use client";

import { useFormatter } from "next-intl";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

/** Neighbours differ in lightness too, for eyes that see fewer colours. */
const colours = ["1", "2", "3", "4", "5", "6", "7"].map((number) => `var(--chart-${number})`);
const colourOf = (place: number) => colours[Math.min(place, colours.length - 1)];

type DayBarsProps = {
  /** Rows with the day they begin with (and, of a longer time, `last`) and a figure for each series. */
  days: ({ day: string; last?: string } & Record<string, number | string | undefined>)[];
  series: { key: string; name: string }[];
  /** How a figure is put. */
  shown: (value: number) => string;
  whole?: boolean;
  className?: string;
};

/** Stacked bars by day with their names below, in the order of the stack; screen readers take the table beside it. */
export function DayBars({ days, series, shown, whole, className = "h-56" }: DayBarsProps) {
  const format = useFormatter();
  const dayOf = (iso: string) =>
    format.dateTime(new Date(`${iso}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const lasts = new Map(days.map(({ day, last }) => [day, last]));
  const rangeOf = (iso: string) => {
    const last = lasts.get(iso);
    return last && last !== iso ? `${dayOf(iso)} – ${dayOf(last)}` : dayOf(iso);
  };
  const tick = { fontSize: 12, fill: "var(--muted-foreground)" };
  return (
    <div aria-hidden>
      <div className={className}>
        <ResponsiveContainer width="100%" height="100%">
          <BarChart data={days} accessibilityLayer={false} margin={{ top: 4, right: 4, bottom: 0, left: 0 }}>
            <CartesianGrid vertical={false} stroke="var(--border)" />
            <XAxis
              dataKey="day"
              tickFormatter={dayOf}
              tick={tick}
              tickLine={false}
              axisLine={false}
              minTickGap={24}
            />
            <YAxis
              allowDecimals={!whole}
              width={whole ? 40 : 64}
              tickFormatter={shown}
              tick={tick}
              tickLine={false}
              axisLine={false}
            />
            <Tooltip
              cursor={{ fill: "var(--muted)" }}
              // The colours are no text colours.
              content={({ active, label, payload }) =>
                active && (
                  <div className="rounded-xl border border-border bg-popover px-3 py-2 text-xs text-foreground shadow-lifted">
                    <p className="font-medium">{rangeOf(String(label))}</p>
                    <ul className="mt-1.5 space-y-1">
                      {series.map(({ key, name }, place) => (
                        <li key={key} className="flex items-center gap-2">
                          <Swatch place={place} />
                          <span className="mr-auto max-w-48 truncate">{name}</span>
                          <span className="pl-3 tabular-nums">
                            {shown(Number(payload.find(({ dataKey }) => dataKey === key)?.value ?? 0))}
                          </span>
                        </li>
                      ))}
                    </ul>
                  </div>
                )
              }
            />
            {series.map(({ key, name }, place) => (
              <Bar
                key={key}
                dataKey={key}
                name={name}
                stackId="day"
                fill={colourOf(place)}
                stroke="var(--card)"
                strokeWidth={days.length > 60 ? 0 : 1}
                isAnimationActive={false}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 pl-10 text-xs text-muted-foreground max-sm:pl-0">
        {series.map(({ key, name }, place) => (
          <li key={key} className="flex min-w-0 items-center gap-1.5">
            <Swatch place={place} />
            <span className="truncate" title={name}>
              {name}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Swatch({ place }: { place: number }) {
  return <span className="size-2.5 shrink-0 rounded-[3px]" style={{ background: colourOf(place) }} />;
}
