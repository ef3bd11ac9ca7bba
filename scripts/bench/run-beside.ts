import { runTool } from "../launcher/run-tool";

/** Runs a program of this folder on the database of the product in `dataDir` and returns the lines it printed. */
export async function runBeside(dataDir: string, program: string, args: string[] = []): Promise<string[]> {
  const tsx = ["--disable-warning=ExperimentalWarning", "--import", "tsx"];
  const command = [process.execPath, ...tsx, `scripts/bench/${program}`, ...args];
  const said = await runTool(program, [...tsx, "scripts/with-database.ts", ...command], {
    DATA_DIR: dataDir,
    LOG_LEVEL: "warn",
  });
  return said.split("\n");
}
