/**
 * A line of CSV (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe in front, see
 * https://owasp.org/www-community/attacks/CSV_Injection.
 */
export function csvLine(cells: string[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string): string {
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
