import type { Bot, World } from "../world/world";

/** One validated call of a Bot API method. */
export interface Call {
  world: World;
  bot: Bot;
  parameters: Record<string, unknown>;
  /** Files of a multipart form, by their field name. */
  files: Map<string, File>;
  /** Aborted when the caller hangs up. */
  signal: AbortSignal;
}

export type Method = (call: Call) => unknown;

/** A number parameter, or undefined. */
export function numberOf(call: Call, name: string): number | undefined {
  const value = call.parameters[name];
  return typeof value === "number" ? value : undefined;
}

/** A text parameter, or undefined. */
export function textOf(call: Call, name: string): string | undefined {
  const value = call.parameters[name];
  return typeof value === "string" ? value : undefined;
}

/** Whether a Boolean parameter is true. */
export function isSet(call: Call, name: string): boolean {
  return call.parameters[name] === true;
}

/** An object parameter, or undefined. */
export function objectOf(call: Call, name: string): Record<string, unknown> | undefined {
  const value = call.parameters[name];
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
