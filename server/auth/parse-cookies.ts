/** The cookies of a `Cookie` header by name, values as they were sent. */
export function parseCookies(header: string): Record<string, string> {
  const pairs = header.split(";").map((pair) => pair.trim().split("="));
  return Object.fromEntries(pairs.map(([name = "", ...value]) => [name, value.join("=")]));
}
