import { strFromU8, unzipSync } from "fflate";

/** Parts larger than this when unpacked are no list of people: a small file may be made to unpack into gigabytes. */
const mostPartBytes = 30 * 1024 * 1024;
const wanted = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|worksheets\/[^/]+\.xml)$/;

/** A row that holds something, by its number from 1. */
export type XlsxRow = { row: number; cells: string[] };

/** Whether a file's first bytes are those of a ZIP archive, as every XLSX file is one. */
export function isXlsx(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * The first `most` rows of an XLSX file's first sheet (ECMA-376, part 1, 18.3) with the text of their cells as they are
 * kept: dates are numbers. Null for what is no XLSX file, or too large.
 */
export function readXlsx(bytes: Uint8Array, most: number): XlsxRow[] | null {
  const parts = unpack(bytes);
  if (!parts) return null;
  const sheet = parts(firstSheet(parts));
  if (sheet === null) return null;
  const shared = tags(parts("xl/sharedStrings.xml") ?? "", "si").map(({ inner }) => textOf(inner));
  const rows: XlsxRow[] = [];
  for (const { attributes, inner } of tags(sheet, "row")) {
    const row = Number(attribute(attributes, "r")) || (rows.at(-1)?.row ?? 0) + 1;
    const cells: string[] = [];
    for (const cell of tags(inner, "c")) {
      const column = columnOf(attribute(cell.attributes, "r")) ?? cells.length;
      if (column >= 1000) break;
      while (cells.length < column) cells.push("");
      cells[column] = cellText(attribute(cell.attributes, "t"), cell.inner, shared);
    }
    if (cells.some((cell) => cell.trim() !== "")) rows.push({ row, cells });
    if (rows.length >= most) break;
  }
  return rows;
}

/** The texts of the archive's parts that are needed, by name; null for what is no archive or too large. */
function unpack(bytes: Uint8Array): ((name: string) => string | null) | null {
  let isTooLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false;
        isTooLarge ||= originalSize > mostPartBytes;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return null;
    return (name) => (files[name] ? strFromU8(files[name]) : null);
  } catch {
    // Broken or no archive at all.
    return null;
  }
}

/** Where the workbook's first sheet lies; sheets may be named in any order. */
function firstSheet(parts: (name: string) => string | null): string {
  const [sheet] = tags(parts("xl/workbook.xml") ?? "", "sheet");
  const id = sheet && attribute(sheet.attributes, "id");
  const relation = tags(parts("xl/_rels/workbook.xml.rels") ?? "", "Relationship").find(
    ({ attributes }) => id !== undefined && attribute(attributes, "Id") === id,
  );
  const target = relation && attribute(relation.attributes, "Target");
  if (!target) return "xl/worksheets/sheet1.xml";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function cellText(type: string | undefined, inner: string, shared: string[]): string {
  if (type === "inlineStr") return textOf(inner);
  const [value] = tags(inner, "v");
  const text = value ? unescaped(value.inner) : "";
  if (type === "s") return shared[Number(text)] ?? "";
  // Long numbers such as phones may stand as 7.9161234567E10.
  const isNumber = (type === undefined || type === "n") && text !== "" && Number.isFinite(Number(text));
  return isNumber ? String(Number(text)) : text;
}

/** The words of a text that may be cut into runs, without the reading aids of Asian scripts. */
function textOf(xml: string): string {
  const spoken = xml.replace(/<(\w+:)?rPh\b[\s\S]*?<\/(\w+:)?rPh>/g, "");
  return tags(spoken, "t")
    .map(({ inner }) => unescaped(inner))
    .join("");
}

/** The elements of a name, which do not lie in one another, whatever prefix their namespace has. */
function tags(xml: string, name: string): { attributes: string; inner: string }[] {
  const element = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, "g");
  return [...xml.matchAll(element)].map(([, attributes = "", inner = ""]) => ({ attributes, inner }));
}

function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

/** The column of a cell's address such as `AB12`, from 0; undefined without one. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? "")?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#x?[\da-fA-F]+|\w+);/g, (whole, code: string) => {
    if (!code.startsWith("#")) return named[code] ?? whole;
    const point = code.startsWith("#x") ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}
