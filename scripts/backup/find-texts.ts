import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The owner's own texts: where each stands now, and its name below DATA_DIR, where a start looks for it. */
export function findTexts(dataDir: string, workingFolder: string): { path: string; name: string }[] {
  const context = [workingFolder, dataDir]
    .map((folder) => join(folder, "company_context.txt"))
    .find((path) => existsSync(path));
  const knowledge = join(dataDir, "knowledge");
  const files = existsSync(knowledge)
    ? readdirSync(knowledge, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    : [];
  return [
    ...(context ? [{ path: context, name: "company_context.txt" }] : []),
    ...files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { path, name: relative(dataDir, path).split(sep).join("/") };
    }),
  ];
}
