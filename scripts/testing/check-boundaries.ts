import { findViolations } from "./find-violations";

/**
 * Whether the modules under that folder keep the rules of the house; says which do not. Fewer modules than the
 * minimum means that the tool saw nothing (it does so, silently, with a TypeScript it does not know).
 */
export async function checkBoundaries(root: string, minimum: number): Promise<boolean> {
  const { totalCruised, violations } = findViolations(root);
  for (const { rule, from, to } of violations) process.stdout.write(`${rule.name}: ${from} → ${to}\n`);
  process.stdout.write(`${totalCruised} modules, ${violations.length} violations\n`);
  if (totalCruised < minimum)
    process.stdout.write(`fewer than ${minimum} modules: the check saw too little\n`);
  return violations.length === 0 && totalCruised >= minimum;
}
