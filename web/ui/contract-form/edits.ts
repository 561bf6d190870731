import { emptyValue, type Field } from '#web/ui/contract-form/field-model.ts';

export type Values = Readonly<Record<string, unknown>>;

/** What a form is about (`known`) and what its fields begin with. */
export type Ground = { readonly known: Values; readonly initial: Values };

/** What somebody typed, over what the fields were filled from. */
export type Edits = {
  readonly ground: Ground;
  readonly typed: Values;
  /** `early`: while the page was still asking for what it shows, so that the answer is nobody else's doing. */
  readonly touched: 'no' | 'early' | 'yes';
  /** What was typed and gave way to newer values: still shown. */
  readonly left: Values;
  /** Raised whenever something is to be signed anew. */
  readonly turn: number;
};

/** What says which state of a thing was read: sent as it was when the fields were filled, so that the server sees a lost update. */
const seenNames = ['version', 'contentHash', 'versionId', 'statementId', 'passId'];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A page may begin a form with a whole row: what the contract does not ask is not sent. */
const startOf = (field: Field, { initial }: Ground): unknown =>
  field.name in initial ? initial[field.name] : emptyValue(field);

export const begin = (ground: Ground): Edits => ({ ground, typed: {}, touched: 'no', left: {}, turn: 0 });

export const valuesOf = (fields: readonly Field[], { ground, typed }: Pick<Edits, 'ground' | 'typed'>): Values =>
  Object.fromEntries(
    fields.map((field) => [field.name, field.name in typed ? typed[field.name] : startOf(field, ground)]),
  );

/** What is sent along: what the page knows now, of the state that the fields were filled from. */
export const knownToSend = ({ ground }: Edits, now: Ground): Values => ({
  ...now.known,
  ...Object.fromEntries(Object.entries(ground.known).filter(([name]) => name in now.known && seenNames.includes(name))),
});

/** Whether others changed what the form is about since its fields were filled and somebody began to type. */
export const isStale = (edits: Edits, now: Ground): boolean =>
  edits.touched === 'yes' && !same(knownToSend(edits, now), now.known);

/** Fields that others changed since they were filled. */
export const changedByOthers = (fields: readonly Field[], { ground }: Edits, now: Ground): readonly Field[] =>
  fields.filter((field) => !same(startOf(field, now), startOf(field, ground)));

/** Fields into which somebody typed something else than others stored there. */
const contested = (fields: readonly Field[], edits: Edits, now: Ground): readonly Field[] =>
  changedByOthers(fields, edits, now).filter(
    (field) => field.name in edits.typed && !same(startOf(field, now), edits.typed[field.name]),
  );

/** A form that nobody touched yet is filled anew when what it is about changes. */
export function follow(fields: readonly Field[], edits: Edits, at: { now: Ground; asking: boolean }): Edits {
  const moved = !same(edits.ground.known, at.now.known);
  if (edits.touched === 'no') return moved ? { ...edits, ground: at.now } : edits;
  if (edits.touched === 'yes') return edits;
  if (moved && contested(fields, edits, at.now).length > 0) return { ...edits, touched: 'yes' };
  const touched = at.asking ? 'early' : 'yes';
  return moved || touched !== edits.touched ? { ...edits, touched, ...(moved ? { ground: at.now } : {}) } : edits;
}

/** Newer values take the place of what others changed too; what was typed there stays visible, and what was signed is signed anew. */
export function takeNewer(fields: readonly Field[], edits: Edits, now: Ground): Edits {
  const gone = contested(fields, edits, now).map(({ name }) => name);
  const unsigned = fields.filter(({ kind }) => kind === 'signature').map(({ name }) => name);
  const pick = (wanted: (name: string) => boolean): Values =>
    Object.fromEntries(Object.entries(edits.typed).filter(([name]) => wanted(name)));
  return {
    ground: now,
    typed: pick((name) => !gone.includes(name) && !unsigned.includes(name)),
    touched: 'yes',
    left: { ...edits.left, ...pick((name) => gone.includes(name)) },
    turn: edits.turn + 1,
  };
}

/** What was typed stays, upon what is stored now. */
export const keepMine = (edits: Edits, now: Ground): Edits => ({ ...edits, ground: now, touched: 'yes', left: {} });

/** It was sent and taken: what was typed is what is stored, until the page hears what came of it. */
export function settle(fields: readonly Field[], edits: Edits): Edits {
  const kept = fields.filter(({ kind }) => kind !== 'signature');
  const ground = { ...edits.ground, initial: { ...edits.ground.initial, ...valuesOf(kept, edits) } };
  return { ...begin(ground), turn: edits.turn + 1 };
}

/** An input keeps what it shows while it is typed into; filled with other values, or to be signed anew, it begins again. */
export const keyOf = ({ name, kind }: Field, { ground, turn }: Edits): string =>
  `${name} ${JSON.stringify(ground.initial[name])} ${kind === 'signature' ? turn : ''}`;
