import api from '../schemas/telegram-api.json' with { type: 'json' };

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required?: boolean;
}

interface Shape {
  readonly fields?: readonly Field[];
  readonly subtypes?: readonly string[];
}

const methods: Readonly<Record<string, Shape | undefined>> = api.methods;
const types: Readonly<Record<string, Shape | undefined>> = api.types;

export const isMethod = (name: string): boolean => methods[name] !== undefined;

/** What a request has that the official description of its method does not allow, as sentences. */
export const againstDescription = (method: string, payload: unknown): readonly string[] =>
  faultsOf(payload, methods[method] ?? {}, method);

function faultsOf(value: unknown, shape: Shape, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`];
  const fields = shape.fields ?? [];
  const unknown = Object.keys(value).filter((key) => !fields.some(({ name }) => name === key));
  return [
    ...unknown.map((key) => `${path} has no field "${key}"`),
    ...fields.flatMap((field) => faultsOfField(value, field, path)),
  ];
}

function faultsOfField(
  holder: object,
  { name, types: allowed, required }: Field,
  path: string,
): readonly string[] {
  const value: unknown = Reflect.get(holder, name);
  const here = `${path}.${name}`;
  if (value === undefined) return required ? [`${here} is missing`] : [];
  const tries = allowed.map((type) => faultsOfType(value, type, here));
  return tries.some((faults) => faults.length === 0) ? [] : (tries[0] ?? []);
}

const scalars: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: Number.isSafeInteger,
  Float: Number.isFinite,
  String: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  /** In a form, a file is named by where it is attached. */
  InputFile: (value) => typeof value === 'string' && value.startsWith('attach://'),
};

function faultsOfType(value: unknown, type: string, path: string): readonly string[] {
  const scalar = scalars[type];
  if (scalar) return scalar(value) ? [] : [`${path} is no ${type}`];
  if (type.startsWith('Array of ')) {
    const of = type.slice('Array of '.length);
    return Array.isArray(value)
      ? value.flatMap((one, at) => faultsOfType(one, of, `${path}[${at}]`))
      : [`${path} is no array`];
  }
  const { subtypes, ...shape } = types[type] ?? {};
  if (!subtypes) return faultsOf(value, shape, path);
  const tries = subtypes.map((subtype) => faultsOfType(value, subtype, path));
  return tries.some((faults) => faults.length === 0) ? [] : (tries[0] ?? []);
}
