import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { TextDecoder } from "node:util";
import { parseSource } from "./parse-source";
import type { FileSource } from "./save-source";

const LARGEST_BYTES = 5_000_000;

/** Texts that could be read, and one line for each file that could not. */
export type LoadedSources = { sources: FileSource[]; problems: string[] };

/**
 * Reads a text file, or every *.md and *.txt of a folder and of its subfolders, as knowledge; nothing there is no
 * problem. `origin` is the name the file or folder is remembered by.
 */
export function loadSources(path: string, origin: string): LoadedSources {
  const loaded: LoadedSources = { sources: [], problems: [] };
  const visit = (file: string, name: string) => {
    if (statSync(file).isDirectory()) {
      for (const entry of readdirSync(file).sort()) {
        const inside = join(file, entry);
        if (/\.(md|txt)$/i.test(entry) || statSync(inside).isDirectory()) visit(inside, `${name}/${entry}`);
      }
      return;
    }
    const read = readText(file);
    if ("problem" in read) loaded.problems.push(`${file} ${read.problem}, so the assistant does not use it.`);
    else loaded.sources.push({ ...parseSource(basename(file), read.text), origin: name });
  };
  try {
    if (existsSync(path)) visit(path, origin);
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : String(error);
    loaded.problems.push(`${path} cannot be read (${why}), so the assistant does not use it.`);
  }
  return loaded;
}

function readText(file: string): { text: string } | { problem: string } {
  if (statSync(file).size > LARGEST_BYTES) return { problem: "is larger than 5 MB" };
  const bytes = readFileSync(file);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? { problem: "is empty" } : { text };
  } catch {
    return { problem: "is not UTF-8 text" };
  }
}
