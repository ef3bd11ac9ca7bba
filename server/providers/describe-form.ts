import { z } from "zod";
import type { FieldKind, FieldMeta, FieldValue, FormField } from "@/server/providers/form";

/** The parts of JSON Schema that a form is made from. */
const propertySchema = z.looseObject({
  type: z.enum(["string", "number", "integer", "boolean", "array", "object"]),
  enum: z.array(z.string()).optional(),
  items: z.looseObject({ enum: z.array(z.string()).optional() }).optional(),
  default: z.unknown().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  properties: z.record(z.string(), z.looseObject({ maxLength: z.number().optional() })).optional(),
});
type Property = z.infer<typeof propertySchema>;

const objectSchema = z.looseObject({
  properties: z.record(z.string(), propertySchema),
  required: z.array(z.string()).default([]),
});

/** The form of a provider, made from its two schemas: credentials first, each field in the order it is written. */
export function describeForm(schemas: {
  credentialsSchema: z.ZodType;
  settingsSchema: z.ZodType;
}): FormField[] {
  return [
    ...fieldsOf("credentials", schemas.credentialsSchema),
    ...fieldsOf("settings", schemas.settingsSchema),
  ];
}

function fieldsOf(part: FormField["part"], schema: z.ZodType): FormField[] {
  const { properties, required } = objectSchema.parse(z.toJSONSchema(schema, { io: "input" }));
  return Object.entries(properties).flatMap(([name, property]) => {
    // Our own `.meta()` of the field, which zod hands through.
    const meta = property as FieldMeta;
    if (meta.hidden) return [];
    const kind = kindOf(property, meta);
    const languages = kind === "by-language" ? Object.keys(property.properties ?? {}) : undefined;
    const choices = property.enum ?? property.items?.enum;
    const longest = languages ? property.properties?.[languages[0] ?? ""]?.maxLength : property.maxLength;
    const field: FormField = {
      name,
      part,
      kind,
      required: required.includes(name),
      advanced: meta.advanced ?? false,
      ...(meta.placeholder && { placeholder: meta.placeholder }),
      ...(meta.suggest && { suggest: meta.suggest }),
      ...(choices && { choices }),
      ...(languages && { languages }),
      ...(longest !== undefined && { maxLength: longest }),
      ...(property.minimum !== undefined && { minimum: property.minimum }),
      ...(property.maximum !== undefined && { maximum: property.maximum }),
      initial: initialOf(kind, property),
    };
    return [field];
  });
}

function kindOf(property: Property, meta: FieldMeta): FieldKind {
  if (meta.input) return meta.input;
  if (property.enum) return "choice";
  switch (property.type) {
    case "string":
      return "text";
    case "boolean":
      return "switch";
    case "array":
      return property.items?.enum ? "choices" : "list";
    case "object":
      return "by-language";
    default:
      return "number";
  }
}

function initialOf(kind: FieldKind, property: Property): FieldValue {
  // A default has its field's own type.
  if (property.default !== undefined && kind !== "by-language") return property.default as FieldValue;
  if (kind === "list" || kind === "choices") return [];
  if (kind === "switch") return false;
  if (kind === "choice") return property.enum?.[0] ?? "";
  if (kind === "by-language")
    return Object.fromEntries(Object.keys(property.properties ?? {}).map((language) => [language, ""]));
  return "";
}
