import spec from "../telegram-bot-api.json";
import { METHOD_ADDITIONS, NEW_METHODS, TYPE_ADDITIONS } from "./bot-api-additions";

export interface SpecField {
  name: string;
  types: string[];
  required: boolean;
  const?: string;
  values?: unknown[];
}

export interface SpecType {
  fields: Map<string, SpecField>;
  subtypes: string[];
}

interface RawEntry {
  fields?: SpecField[];
  subtypes?: string[];
}

const byName = (fields: SpecField[]) => new Map(fields.map((field) => [field.name, field]));

const rawMethods = spec.methods as Record<string, RawEntry>;
const rawTypes = spec.types as Record<string, RawEntry>;

/** Parameters of every Bot API method, by method and parameter name. */
export const SPEC_METHODS = new Map<string, Map<string, SpecField>>([
  ...Object.entries(rawMethods).map(([name, method]): [string, Map<string, SpecField>] => [
    name,
    byName([...(method.fields ?? []), ...(METHOD_ADDITIONS[name] ?? [])]),
  ]),
  ...Object.entries(NEW_METHODS).map(([name, fields]): [string, Map<string, SpecField>] => [
    name,
    byName(fields),
  ]),
]);

/** Every Bot API type, by name. */
export const SPEC_TYPES = new Map<string, SpecType>([
  ...Object.entries(TYPE_ADDITIONS).map(([name, fields]): [string, SpecType] => [
    name,
    { fields: byName(fields), subtypes: [] },
  ]),
  ...Object.entries(rawTypes).map(([name, type]): [string, SpecType] => [
    name,
    {
      fields: byName([...(type.fields ?? []), ...(TYPE_ADDITIONS[name] ?? [])]),
      subtypes: type.subtypes ?? [],
    },
  ]),
]);
