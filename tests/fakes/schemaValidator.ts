import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';

type Schema = Readonly<Record<string, unknown>>;

export interface SchemaValidator {
  /** What is wrong with a request body of an operation, one sentence a problem; none when it is fine. */
  requestProblems(path: string, method: string, body: unknown): readonly string[];
}

const formats = {
  uri: (text: string) => URL.canParse(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  snowflake: /^\d{1,20}$/u,
  nonce: true,
  int32: true,
  int64: true,
  double: true,
} as const;

/** Judges JSON request bodies by an OpenAPI 3.1 document; each operation's schema is compiled when first needed. */
export function schemaValidator(file: string, corrections: readonly Correction[] = []): SchemaValidator {
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document;
  for (const { schema, property, is, missing = false } of corrections) {
    const properties = document.components.schemas[schema]?.['properties'] as
      | Record<string, Schema>
      | undefined;
    if (!properties || property in properties === missing)
      throw new Error(`${file} has no ${schema}.${property} to correct`);
    properties[property] = is;
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats, logger: false });
  ajv.addSchema({ $id: 'openapi', components: precise(document.components, document) as Schema });
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();

  return {
    requestProblems(path, method, body) {
      const operation = document.paths[path]?.[method.toLowerCase()];
      if (!operation) return [`${method} ${path} is no operation of the API`];
      const schema = operation.requestBody?.content['application/json']?.schema;
      if (!schema) return body === undefined ? [] : [`${method} ${path} takes no JSON body`];
      const key = `${method} ${path}`;
      const validate = compiled.get(key) ?? ajv.compile(rebased(precise(schema, document)) as Schema);
      compiled.set(key, validate);
      return validate(body) ? [] : (validate.errors ?? []).map(sentence);
    },
  };
}

/** Where the document is known to say something else than the server. */
export interface Correction {
  readonly schema: string;
  readonly property: string;
  readonly is: Schema;
  /** The document does not know the property, though the server takes it. */
  readonly missing?: true;
}

interface Document {
  readonly paths: Record<string, Record<string, Operation | undefined> | undefined>;
  readonly components: { readonly schemas: Record<string, Record<string, unknown> | undefined> };
}

interface Operation {
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema } | undefined> };
}

/**
 * A stricter twin of a schema: objects take no unknown keys, and a union told apart by `type` becomes
 * if/then, so that errors name the branch that was meant instead of all of them.
 */
function precise(schema: unknown, document: Document): unknown {
  if (Array.isArray(schema)) return schema.map((one) => precise(one, document));
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, precise(value, document)]),
  );
  if (copy['type'] === 'object' && 'properties' in copy) copy['additionalProperties'] ??= false;
  const keyword = 'oneOf' in schema ? 'oneOf' : 'anyOf';
  const branches = (schema as Record<string, unknown>)[keyword];
  const types = Array.isArray(branches) ? branches.map((branch) => discriminated(branch, document)) : [];
  if (types.length < 2 || types.includes(undefined)) return copy;
  const { [keyword]: choices, ...rest } = copy;
  return {
    ...rest,
    type: 'object',
    required: ['type'],
    properties: { type: { enum: types.flat() } },
    allOf: (choices as Schema[]).map((branch, at) => ({
      if: { properties: { type: { enum: types[at] } } },
      // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema calls it so.
      then: branch,
    })),
  };
}

/** The values of `type` that a branch of a union answers to. */
function discriminated(branch: unknown, document: Document): readonly unknown[] | undefined {
  const name = (branch as { $ref?: string }).$ref?.split('/').at(-1) ?? '';
  const properties = document.components.schemas[name]?.['properties'] as Record<string, Schema> | undefined;
  const type = properties?.['type']?.['enum'];
  return Array.isArray(type) ? type : undefined;
}

/** References of a schema that stands outside the document. */
const rebased = (schema: unknown): unknown =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"openapi#/'));

const sentence = ({ instancePath, message, params }: ErrorObject): string =>
  `${instancePath || 'the body'} ${message ?? 'is wrong'} ${JSON.stringify(params)}`;
