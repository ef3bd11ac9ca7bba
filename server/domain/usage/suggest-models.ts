import { editDistance } from "@/server/domain/knowledge/edit-distance";

const most = 5;

/** Of the names an endpoint lists those most like the one that was asked for, nearest first. */
export function suggestModels(asked: string, listed: string[]): string[] {
  const wanted = asked.toLowerCase();
  const likeness = (name: string) => {
    const known = name.toLowerCase();
    const part = known.includes(wanted) || wanted.includes(known);
    return editDistance(wanted, known, 120) / Math.max(wanted.length, known.length, 1) - (part ? 1 : 0);
  };
  return listed
    .filter((name) => name !== asked && /^[\x21-\x7e]{1,120}$/.test(name))
    .map((name) => ({ name, likeness: likeness(name) }))
    .sort((a, b) => a.likeness - b.likeness)
    .slice(0, most)
    .map(({ name }) => name);
}
