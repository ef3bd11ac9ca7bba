import writeXlsxFile, { type SheetData } from "write-excel-file/node";
import { analyticsOf } from "@/server/domain/analytics/analytics-of";
import type { AnalyticsActor } from "@/server/domain/analytics/require-analytics";
import type { AnalyticsInput, AnalyticsView, ReportFormat, Spread } from "@/server/domain/analytics/schema";
import { csvLine } from "@/server/domain/audit/csv-line";
import { INTENTS } from "@/server/domain/messages/hub/schema";

export type Report = { fileName: string; contentType: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * A period's figures as a file: JSON holds all of them; CSV the days; XLSX a sheet each of totals, days and managers.
 * Times are seconds, money is US dollars. Throws `forbidden`.
 */
export async function writeReport(
  actor: AnalyticsActor,
  input: AnalyticsInput,
  format: ReportFormat,
): Promise<Report> {
  const view = await analyticsOf(actor, input);
  const fileName = `analytics-${view.from}-${view.to}.${format}`;
  if (format === "json")
    return {
      fileName,
      contentType: "application/json",
      bytes: encoded(JSON.stringify(inSnakeCase(view), null, 2)),
    };
  if (format === "csv") {
    const lines = [dayHead, ...dayRows(view)].map((row) => csvLine(row.map(String)));
    // With a byte order mark spreadsheets read it as UTF-8.
    return { fileName, contentType: "text/csv; charset=utf-8", bytes: encoded(`\uFEFF${lines.join("")}`) };
  }
  const buffer = await writeXlsxFile([
    { sheet: "Totals", data: totals(view) },
    { sheet: "Days", data: [bold(dayHead), ...dayRows(view)] },
    { sheet: "Managers", data: [bold(managerHead), ...managerRows(view)] },
  ]).toBuffer();
  return {
    fileName,
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: new Uint8Array(buffer),
  };
}

const dayHead = ["day", "messages_contacts", "messages_assistant", "messages_members", ...INTENTS];
const managerHead = [
  "name",
  "conversations",
  "open_now",
  "first_response_median_s",
  "first_response_p90_s",
  "rating",
];

function dayRows({ volume, intents }: AnalyticsView): (string | number)[][] {
  return volume.byDay.map(({ day, contacts, assistant, members }, index) => [
    day,
    contacts,
    assistant,
    members,
    ...INTENTS.map((name) => intents.byDay[index]?.[name] ?? 0),
  ]);
}

function managerRows({ managers }: AnalyticsView): SheetData {
  return managers.map(({ name, conversations, openNow, firstResponse, rating }) => [
    name,
    conversations,
    openNow,
    firstResponse.median,
    firstResponse.p90,
    rating,
  ]);
}

function totals(view: AnalyticsView): SheetData {
  const { conversations, ratings, cost } = view;
  const times = (name: string, { count, median, p90 }: Spread): SheetData => [
    [`${name}_count`, count],
    [`${name}_median_s`, median],
    [`${name}_p90_s`, p90],
  ];
  return [
    bold(["figure", "value"]),
    ["from", view.from],
    ["to", view.to],
    ["time_zone", view.timeZone],
    ["messages", view.volume.total],
    ...Object.entries(conversations).map(([name, value]) => [`conversations_${name}`, value]),
    ...times("assistant_response", view.assistantResponse),
    ...times("manager_response", view.managerResponse),
    ...times("resolution", view.resolution),
    ["ratings", ratings.count],
    ["rating_average", ratings.average],
    ["cost_usd", cost.total],
    ["cost_usd_per_closed", cost.perClosed],
  ];
}

/** Names as the rest of the API writes them. */
function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(one),
    ]),
  );
}

function bold(names: string[]) {
  return names.map((value) => ({ value, fontWeight: "bold" as const }));
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
